/** The engine in a Web Worker. */
import type { ToEngine } from './protocol.ts';
import { createEngine } from './serve.ts';

const { port1, port2 } = new MessageChannel();
let resume = (): void => {};
port2.onmessage = () => resume();

/** Lets messages in: unlike a timer, a message to oneself waits for nothing but those before it. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    resume = resolve;
    port1.postMessage(null);
  });
}

const handle = createEngine(
  (message) => {
    if (message.type !== 'done') postMessage(message);
    else postMessage(message, { transfer: message.result.rows.map((row) => row.buffer) });
  },
  pause,
  () => performance.now(),
);

addEventListener('message', ({ data }: MessageEvent<ToEngine>) => handle(data));
