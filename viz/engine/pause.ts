/** Letting messages in between two stretches of work of a worker. */
const { port1, port2 } = new MessageChannel();
const resumes: (() => void)[] = [];
port2.onmessage = () => resumes.shift()?.();

/** Lets messages in: unlike a timer, a message to oneself waits for nothing but those before it. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    resumes.push(resolve);
    port1.postMessage(null);
  });
}
