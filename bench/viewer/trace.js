/** Tasks of a page's threads, from Chromium's own tracing: wall time, and the thread's own time. */

const categories = [
  'toplevel',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
  '__metadata',
];

/** Begins to trace; the function it gives ends that and resolves to the tasks by thread. */
export async function startTrace(context, page) {
  const client = await context.newCDPSession(page);
  const events = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories },
  });
  return async () => {
    const ended = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
    await client.send('Tracing.end');
    await ended;
    await client.detach();
    return threadsOf(events);
  };
}

/** Of the process whose page has worked most: others belong to the browser or to empty pages. */
function threadsOf(events) {
  const names = new Map();
  for (const { name, pid, tid, args } of events) {
    if (name === 'thread_name') names.set(`${pid} ${tid}`, args.name);
  }
  const threads = new Map();
  for (const { name, ph, pid, tid, ts, dur, tdur = 0 } of events) {
    if (name !== 'RunTask' || ph !== 'X') continue;
    const key = `${pid} ${tid}`;
    const thread = threads.get(key) ?? { pid, name: names.get(key) ?? '', tasks: [] };
    threads.set(key, thread);
    thread.tasks.push({ start: ts / 1000, wall: dur / 1000, cpu: tdur / 1000 });
  }
  const all = [...threads.values()];
  const mains = all.filter(({ name }) => name === 'CrRendererMain');
  const main = mains.sort((a, b) => cpuOf(b.tasks) - cpuOf(a.tasks))[0];
  const workers = all
    .filter(({ pid, name }) => pid === main.pid && name.startsWith('DedicatedWorker'))
    .map(({ tasks }) => Math.round(cpuOf(tasks)))
    .sort((a, b) => b - a);
  const painted = events.find(({ name, pid }) => name === 'firstPaint' && pid === main.pid);
  return { main: main.tasks, workers, firstPaint: painted ? painted.ts / 1000 : undefined };
}

/** Processor time of tasks, in milliseconds. */
export function cpuOf(tasks) {
  return tasks.reduce((total, { cpu }) => total + cpu, 0);
}

/** How long tasks are: how many are over 50 ms, by the clock and in processor time, and the longest. */
export function lengths(tasks) {
  const most = (key) => Math.round(Math.max(0, ...tasks.map((task) => task[key])));
  return {
    tasks: tasks.length,
    over50Wall: tasks.filter(({ wall }) => wall > 50).length,
    over50Cpu: tasks.filter(({ cpu }) => cpu > 50).length,
    longestWallMs: most('wall'),
    longestCpuMs: most('cpu'),
  };
}
