/** Starts the page: theme, address, workers, and the frame. */
import { createRoot } from 'react-dom/client';
import './style/tokens.css';
import './style/base.css';
import './style/controls.css';
import './style/overlays.css';
import './style/shell.css';
import { App } from './shell/app.tsx';
import { openConsole } from './shell/console.ts';
import { startTheme } from './shell/theme.ts';
import { followAddress } from './state/address.ts';
import { startResults } from './state/results.ts';

startTheme();
const root = document.getElementById('root');
if (!root) throw new Error('index.html: expected #root, found nothing.');
// the address may hold another scenario than the first one: nothing is simulated before it is read
await followAddress();
createRoot(root).render(<App />);
startResults();
openConsole();
