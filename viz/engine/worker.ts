/** The one file that all Web Workers run: by its name a worker is an engine or the desk. */
import { createDesk } from '../desk/serve.ts';
import { createEngine } from './serve.ts';

/** Name of the worker that keeps results; all others are engines. */
const deskName = 'desk';

const { port1, port2 } = new MessageChannel();
const resumes: (() => void)[] = [];
port2.onmessage = () => resumes.shift()?.();

/** Lets messages in: unlike a timer, a message to oneself waits for nothing but those before it. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    resumes.push(resolve);
    port1.postMessage(null);
  });
}

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
