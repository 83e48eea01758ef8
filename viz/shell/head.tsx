/** The head: name, places, undo and redo, and tools that other folders put there. */
import { useState } from 'react';
import { Icon, type IconName } from '../parts/icon.tsx';
import { Tip } from '../parts/tip.tsx';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/shell.ts';
import { KeepTools } from './keep-tools.tsx';
import { places } from './places.ts';
import { replayLastChange } from './replay.ts';
import { ShareTools } from './share-tools.tsx';
import { readTheme, setTheme, type Theme } from './theme.ts';

/** The head of every page. */
export function Head() {
  const here = useStudio(({ place }) => place);
  const past = useStudio((studio) => studio.past.length);
  const future = useStudio((studio) => studio.future.length);
  const { undo, redo } = useStudio.getState();
  return (
    <header className="head no-print">
      <a className="brand" href="#/what-if">
        <Mark />
        <span className="hidden-narrow">{text.name}</span>
      </a>
      <nav className="places" aria-label={text.places}>
        {places.map(({ id, title, asks }) => (
          <a key={id} href={`#/${id}`} title={asks} aria-current={id === here ? 'page' : undefined}>
            {title}
          </a>
        ))}
      </nav>
      <div className="tools">
        <Tool icon="undo" label={text.undo} disabled={past === 0} act={undo} />
        <Tool icon="redo" label={text.redo} disabled={future === 0} act={redo} />
        <Tool icon="replay" label={text.replay} disabled={past === 0} act={replayLastChange} />
        <KeepTools />
        <ShareTools />
        <ThemeTool />
      </div>
    </header>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  readonly disabled?: boolean;
  act(): void;
}

function Tool({ icon, label, disabled = false, act }: ToolProps) {
  return (
    <Tip label={label}>
      <button
        type="button"
        className="button bare icon"
        aria-label={label}
        disabled={disabled}
        onClick={act}
      >
        <Icon name={icon} />
      </button>
    </Tip>
  );
}

const nextTheme: Readonly<Record<Theme, Theme>> = {
  system: 'dark',
  dark: 'light',
  light: 'system',
};
const themeIcon: Readonly<Record<Theme, IconName>> = { system: 'auto', dark: 'moon', light: 'sun' };

function ThemeTool() {
  const [theme, choose] = useState(readTheme);
  const next = (): void => {
    setTheme(nextTheme[theme]);
    choose(nextTheme[theme]);
  };
  return <Tool icon={themeIcon[theme]} label={text.themes[theme]} act={next} />;
}

function Mark() {
  return (
    <svg viewBox="0 0 26 26" aria-hidden="true">
      <path d="M6 19 13 6l7 13M6 19h14" fill="none" stroke="var(--plan-1)" strokeWidth="2" />
      <path d="M13 1.5 17.5 9h-9Z" fill="var(--plan-1)" />
      <circle cx="6" cy="19" r="4" fill="var(--plan-2)" />
      <circle cx="20" cy="19" r="4" fill="var(--plan-2)" />
    </svg>
  );
}
