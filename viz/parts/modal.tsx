/** A dialog over the page, or a sheet from below on a phone. */
import { Dialog } from '@base-ui/react/dialog';
import type { ReactElement, ReactNode } from 'react';
import { text } from '../text/shell.ts';
import { Icon } from './icon.tsx';

interface Props {
  readonly title: string;
  readonly hint?: string;
  /** The button that opens it; without one, `open` decides. */
  readonly trigger?: ReactElement;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly kind?: 'plain' | 'wide' | 'sheet';
  readonly children: ReactNode;
}

/** A dialog with a title and a way to close it. */
export function Modal({
  title,
  hint,
  trigger,
  open,
  onOpenChange,
  kind = 'plain',
  children,
}: Props) {
  const controlled = open === undefined ? {} : { open };
  const changes = onOpenChange === undefined ? {} : { onOpenChange };
  return (
    <Dialog.Root {...controlled} {...changes}>
      {trigger && <Dialog.Trigger render={trigger} />}
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className={`dialog ${kind === 'plain' ? '' : kind}`}>
          <div className="dialog-head">
            <div>
              <Dialog.Title>{title}</Dialog.Title>
              {hint && <Dialog.Description className="quiet">{hint}</Dialog.Description>}
            </div>
            <Dialog.Close className="button bare icon" aria-label={text.close}>
              <Icon name="close" />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
