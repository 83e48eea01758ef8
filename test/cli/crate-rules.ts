/**
 * What a crate MUST be by RO-Crate 1.1, Workflow RO-Crate 1.0, Process Run Crate 0.5 and Workflow Run Crate 0.5.
 * Written from the specifications: no validator for Node is kept, and that of the profiles is in Python.
 */

/** An entity of the graph. */
export type Entity = Readonly<Record<string, unknown>> & { readonly '@id': string };

const base = 'https://w3id.org/ro/crate/1.1';
const processRun = 'https://w3id.org/ro/wfrun/process/0.5';
const workflowRun = 'https://w3id.org/ro/wfrun/workflow/0.5';
const workflow = 'https://w3id.org/workflowhub/workflow-ro-crate/1.0';

/** Rules that a metadata file breaks; `files` are the names of the crate's files. */
export function crateFaults(text: string, files: readonly string[]): string[] {
  const faults: string[] = [];
  const rule = (holds: boolean, what: string): void => void (holds || faults.push(what));
  const crate: { '@context'?: unknown; '@graph'?: Entity[] } = JSON.parse(text);
  const graph = crate['@graph'] ?? [];
  const contexts = [crate['@context']].flat();
  rule(contexts.includes(`${base}/context`), 'the context is that of RO-Crate 1.1');

  const byId = new Map(graph.map((entity) => [entity['@id'], entity]));
  rule(byId.size === graph.length, 'no two entities share an @id');
  for (const entity of graph) {
    rule(typeof entity['@id'] === 'string', 'every entity has an @id');
    rule(typesOf(entity).length > 0, `${entity['@id']} has a @type`);
    rule(isFlat(entity), `${entity['@id']} holds no entity of its own: the graph is flat`);
    rule(/^\S+$/.test(entity['@id']), `${entity['@id']} is a URI`);
  }

  const descriptor = byId.get('ro-crate-metadata.json');
  rule(typesOf(descriptor).includes('CreativeWork'), 'the descriptor is a CreativeWork');
  rule(idsOf(descriptor, 'about').join() === './', 'the descriptor is about the root');
  rule(idsOf(descriptor, 'conformsTo').includes(base), 'the descriptor conforms to RO-Crate 1.1');

  const root = byId.get('./');
  rule(typesOf(root).includes('Dataset'), 'the root is a Dataset');
  for (const key of ['name', 'description', 'license'])
    rule(textOf(root, key) !== '', `the root has a ${key}`);
  rule(isDate(root?.['datePublished']), 'the root has a date in ISO 8601');
  for (const profile of [processRun, workflowRun, workflow]) {
    rule(idsOf(root, 'conformsTo').includes(profile), `the root conforms to ${profile}`);
    rule(typesOf(byId.get(profile)).includes('CreativeWork'), `${profile} is described`);
  }

  const parts = idsOf(root, 'hasPart');
  const named = graph.filter((entity) => typesOf(entity).includes('File'));
  for (const { '@id': id } of named) {
    rule(parts.includes(id), `${id} is part of the root`);
    rule(files.includes(id), `${id} is a file of the crate`);
  }
  for (const id of parts) rule(byId.has(id), `${id} is described`);

  const [main, ...others] = idsOf(root, 'mainEntity');
  const own = byId.get(main);
  rule(others.length === 0 && parts.includes(main), 'the main workflow is a part of the root');
  for (const type of ['File', 'SoftwareSourceCode', 'ComputationalWorkflow'])
    rule(typesOf(own).includes(type), `the main workflow is a ${type}`);
  rule(textOf(own, 'name') !== '', 'the main workflow has a name');
  const [language] = idsOf(own, 'programmingLanguage');
  rule(
    typesOf(byId.get(language)).includes('ComputerLanguage'),
    'the main workflow names its language',
  );

  const formal = [...idsOf(own, 'input'), ...idsOf(own, 'output')];
  for (const id of formal) {
    const parameter = byId.get(id);
    rule(typesOf(parameter).includes('FormalParameter'), `${id} is a FormalParameter`);
    for (const key of ['name', 'additionalType'])
      rule(textOf(parameter, key) !== '', `${id} has a ${key}`);
  }

  const actions = graph.filter((entity) => typesOf(entity).includes('CreateAction'));
  rule(actions.length > 0, 'there is an action');
  for (const action of actions) {
    const id = action['@id'];
    rule(idsOf(root, 'mentions').includes(id), `the root mentions ${id}`);
    rule(idsOf(action, 'instrument').join() === main, `${id} ran the main workflow`);
    rule(isDate(action['endTime']), `${id} ended at a time in ISO 8601`);
    for (const key of ['object', 'result']) {
      const things = idsOf(action, key);
      rule(things.length > 0, `${id} has an ${key}`);
      for (const thing of things) rule(byId.has(thing), `${thing} is described`);
    }
    // what stands for a parameter of the workflow says for which
    for (const thing of idsOf(action, 'object').concat(idsOf(action, 'result'))) {
      for (const example of idsOf(byId.get(thing), 'exampleOfWork'))
        rule(formal.includes(example), `${thing} is an example of a parameter of the workflow`);
    }
    const examples = [...idsOf(action, 'object'), ...idsOf(action, 'result')].flatMap((thing) =>
      idsOf(byId.get(thing), 'exampleOfWork'),
    );
    for (const parameter of formal)
      rule(examples.includes(parameter), `${parameter} has what it was in ${id}`);
  }
  return faults;
}

function typesOf(entity: Entity | undefined): unknown[] {
  return [entity?.['@type'] ?? []].flat();
}

/** The entities that a property refers to. */
function idsOf(entity: Entity | undefined, key: string): string[] {
  return [entity?.[key] ?? []].flat().flatMap((value: unknown) => {
    const reference = value !== null && typeof value === 'object' && '@id' in value;
    return reference ? [String(value['@id'])] : [];
  });
}

function textOf(entity: Entity | undefined, key: string): string {
  const value = entity?.[key];
  return typeof value === 'string' ? value : idsOf(entity, key).join();
}

function isFlat(entity: Entity): boolean {
  return Object.values(entity)
    .flat()
    .every(
      (value) => value === null || typeof value !== 'object' || Object.keys(value).join() === '@id',
    );
}

/** A day, or a moment with its zone. */
function isDate(value: unknown): boolean {
  const form = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d))?$/;
  return typeof value === 'string' && form.test(value) && !Number.isNaN(Date.parse(value));
}
