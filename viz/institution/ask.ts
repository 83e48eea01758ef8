/** The worker of this place, started when it is needed and ended when it is not. */
import type { DepartmentFit, FitProgress } from '../../models/mentoring/interview/fit.ts';
import type { Answers } from '../../models/mentoring/interview/questions.ts';
import type { FromInstitution, ImportResult, ImportWish, ToInstitution } from './protocol.ts';

/** Asks once; `heard` returns true when the answer was the last one. Aborting ends the worker. */
function ask(
  message: ToInstitution,
  heard: (answer: FromInstitution) => boolean,
  signal: AbortSignal,
): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new Promise<void>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')));
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.addEventListener('message', ({ data }: MessageEvent<FromInstitution>) => {
      if (data.type === 'failed') reject(new Error(data.message));
      else if (heard(data)) resolve();
    });
    worker.postMessage(message);
  }).finally(() => worker.terminate());
}

/** Reads files. */
export async function importFiles(wish: ImportWish, signal: AbortSignal): Promise<ImportResult> {
  let result: ImportResult | undefined;
  await ask(
    { type: 'import', wish },
    (answer) => {
      if (answer.type === 'imported') result = answer.result;
      return answer.type === 'imported';
    },
    signal,
  );
  if (!result) throw new Error('no answer');
  return result;
}

/** A fitted department and the text of its scenario. */
export interface Fitted {
  readonly fit: DepartmentFit;
  readonly scenario: string;
}

/** Fits a department. */
export async function fitDepartment(
  answers: Answers,
  progress: (progress: FitProgress) => void,
  signal: AbortSignal,
): Promise<Fitted> {
  let result: Fitted | undefined;
  await ask(
    { type: 'fit', answers },
    (answer) => {
      if (answer.type === 'fitting') progress(answer.progress);
      if (answer.type === 'fitted') result = { fit: answer.fit, scenario: answer.scenario };
      return answer.type === 'fitted';
    },
    signal,
  );
  if (!result) throw new Error('no answer');
  return result;
}
