/** The one file that all Web Workers run: by its name a worker is an engine or the desk. */
import { createDesk } from '../desk/serve.ts';
import { pause } from './pause.ts';
import { createEngine } from './serve.ts';

/** Name of the worker that keeps results; all others are engines. */
const deskName = 'desk';

const handle =
  self.name === deskName
    ? createDesk((message) => postMessage(message))
    : createEngine(
        (message) => {
          if (message.type !== 'done') postMessage(message);
          else postMessage(message, { transfer: message.result.rows.map((row) => row.buffer) });
        },
        pause,
        () => performance.now(),
      );

addEventListener('message', ({ data }: MessageEvent) => handle(data));
