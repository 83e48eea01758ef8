/** A line of progress with the time remaining; silent when nobody watches or when it is soon over. */
import type { Progress } from '../sim/experiment/runner.ts';

/** Seconds before the first line. */
const patience = 2;

/** Shows progress on standard error; `close` removes the line. */
export interface ProgressLine {
  show(progress: Progress): void;
  close(): void;
}

/** A progress line for `what`, such as "futures"; quiet unless standard error is a terminal. */
export function progressLine(what: string): ProgressLine {
  const started = process.hrtime.bigint();
  let shown = false;
  return {
    show({ done, failed, total }) {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      if (!process.stderr.isTTY || seconds < patience || done + failed === 0) return;
      const left = (seconds / (done + failed)) * (total - done - failed);
      const failures = failed > 0 ? `, ${failed} failed` : '';
      process.stderr.write(
        `\r\x1b[K${done + failed} of ${total} ${what}${failures}, about ${duration(left)} left`,
      );
      shown = true;
    },
    close() {
      if (shown) process.stderr.write('\r\x1b[K');
    },
  };
}

/** A time in words: `8 s`, `3 min`, `2 h`. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3600)} h`;
}
