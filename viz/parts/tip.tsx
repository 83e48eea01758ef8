/** A short label beside what the pointer or the keyboard is on. */
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';

/** Wraps one button; the label must also be the button's accessible name or add to it. */
export function Tip({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactElement;
}) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner className="over" sideOffset={6}>
          <Tooltip.Popup className="tip">{label}</Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
