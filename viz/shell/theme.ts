/** Light, dark, or as the system has it: remembered in this browser only. */
import { forget, recall, remember } from '../state/storage.ts';

export type Theme = 'system' | 'light' | 'dark';

const name = 'theme';

/** The theme chosen before. */
export function readTheme(): Theme {
  const kept = recall(name);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** Chooses a theme. */
export function setTheme(theme: Theme): void {
  if (theme === 'system') forget(name);
  else remember(name, theme);
  show(theme);
}

/** Shows the theme chosen before. */
export function startTheme(): void {
  show(readTheme());
}

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
