/** The place "People": who gains and who is left out, and how the network of one future is built. */
import { stages } from '../../models/mentoring/stages.ts';
import { outcomeTitle } from '../../report/vocabulary.ts';
import { futureOf } from '../network/view.ts';
import { Empty } from '../parts/empty.tsx';
import { NumberTable } from '../parts/number-table.tsx';
import { activePlan, scenarioOf } from '../state/document.ts';
import { rosterOf } from '../state/roster.ts';
import { useStudio } from '../state/studio.ts';
import { text as networkText } from '../text/network.ts';
import { text } from '../text/people.ts';
import { GroupChart } from '../what-if/group-chart.tsx';
import { Harms } from '../what-if/harms.tsx';
import { useCourses, useShown } from '../what-if/shown.ts';
import { Bars } from './bars.tsx';
import type { Course } from './course.ts';
import { Flows } from './flows.tsx';
import { Signals } from './signals.tsx';
import type { Structure } from './structure.ts';
import { accessGroups, mixingGroups, mostContacts, mostMentees } from './structure.ts';
import { useStructures } from './use-structures.ts';
import './people.css';

/** The page. */
export function Page() {
  const shown = useShown();
  useCourses(shown);
  const { doc, model, outcomes, outcome } = shown;
  const planned = activePlan(doc).policies.length > 0;
  const scenarios = planned ? [doc.base, scenarioOf(doc, doc.active)] : [doc.base];
  const missing = rosterOf(doc) === 'missing';
  const futures = missing ? [] : scenarios.map((scenario) => futureOf(doc, scenario, 0));
  const found = useStructures(futures);
  return (
    <div className="stack people">
      <div>
        <h1>{text.asks}</h1>
        <p className="quiet intro">{text.intro}</p>
      </div>
      <label className="row">
        <span>{text.outcome}</span>
        <select
          className="field"
          value={outcome}
          onChange={({ target }) => useStudio.getState().look({ outcome: target.value })}
        >
          {outcomes.map((name) => (
            <option key={name} value={name}>
              {outcomeTitle(model, name)}
            </option>
          ))}
        </select>
      </label>
      {!planned && <p className="panel">{text.noPolicies}</p>}
      <div className="people-columns">
        <GroupChart shown={shown} />
        <Harms shown={shown} />
      </div>
      <div>
        <h2>{text.structure}</h2>
        <p className="small quiet">{text.structureHint}</p>
      </div>
      {missing && <Empty {...networkText.missing} />}
      {!missing && !found && (
        <p className="panel" role="status">
          {text.working}
        </p>
      )}
      {found && 'error' in found && <p role="alert">{text.failed(found.error)}</p>}
      {!missing && found && 'structures' in found && (
        <StructurePanels structures={found.structures} />
      )}
    </div>
  );
}

type Pairs = readonly (readonly [start: Structure, end: Structure, course: Course])[];

function StructurePanels({ structures }: { readonly structures: Pairs }) {
  const [today, plan] = structures;
  const moments = [
    { title: text.moments.start, of: today[0] },
    { title: text.moments.today, of: today[1] },
    ...(plan ? [{ title: text.moments.plan, of: plan[1] }] : []),
  ];
  const take = (values: (of: Structure) => readonly (number | null)[]) =>
    moments.map(({ title, of }) => ({ title, values: values(of) }));
  const upTo = (most: number): string[] =>
    Array.from({ length: most + 1 }, (_, n) => text.mentees(n, n === most));
  return (
    <>
      <Bars
        title={text.access}
        how={text.accessHow}
        rowTitle={text.group}
        rows={accessGroups.map(({ label }) => label)}
        moments={take((of) => of.withoutMentor)}
        share
        file="without-mentor"
      />
      <div className="people-columns">
        <Bars
          title={text.load}
          how={text.loadHow}
          rowTitle={text.menteesHeld}
          rows={upTo(mostMentees)}
          moments={take((of) => of.load)}
          file="mentees-held"
        />
        <Bars
          title={text.contacts}
          how={text.contactsHow}
          rowTitle={text.ties}
          rows={upTo(mostContacts)}
          moments={take((of) => of.contacts)}
          file="ties"
        />
        <Bars
          title={text.stages}
          how={text.stagesHow}
          rowTitle={text.stage}
          rows={stages.map(({ name }) => name)}
          moments={take((of) => of.stages)}
          file="stages"
        />
        <Bars
          title={text.ages}
          how={text.agesHow}
          rowTitle={text.age}
          rows={text.ageBins}
          moments={take((of) => of.ages)}
          file="ages"
        />
      </div>
      <Flows
        sides={structures.map(([, , { flows }], k) => ({
          title: k === 0 ? text.sides.today : text.sides.plan,
          flows,
        }))}
      />
      <Signals
        sides={structures.map(([, , { signals }], k) => ({
          title: k === 0 ? text.sides.today : text.sides.plan,
          signals,
        }))}
      />
      <section className="panel stack" aria-label={text.mixing}>
        <div>
          <h3>{text.mixing}</h3>
          <p className="small quiet">{text.mixingHow}</p>
        </div>
        {moments.map(({ title, of }) => (
          <NumberTable
            key={title}
            summary={title}
            caption={text.mixingOf(title)}
            columns={[text.from, ...mixingGroups.map(({ label }) => label)]}
            rows={mixingGroups.map(({ label }, k) => [label, ...of.mixing[k].map(inHundred)])}
            file="mixing"
            open
          />
        ))}
      </section>
      <section className="panel stack" aria-label={text.measures}>
        <div>
          <h3>{text.measures}</h3>
          <p className="small quiet">{text.measuresHow}</p>
        </div>
        <NumberTable
          summary={text.table}
          caption={text.measuresCaption}
          columns={[text.measure, text.unit, ...moments.map(({ title }) => title)]}
          rows={today[0].measures.map(({ name, title, unit }) => [
            title,
            unit,
            ...moments.map(({ of }) => measured(of, name)),
          ])}
          file="network-measures"
          open
        />
      </section>
    </>
  );
}

function inHundred(share: number | null): string {
  return share === null ? text.hidden : `${Math.round(100 * share)}`;
}

/** As the command line writes it. */
function measured({ measures }: Structure, name: string): string {
  const value = measures.find((measure) => measure.name === name)?.value ?? null;
  if (value === null) return '';
  return Number.isInteger(value) ? `${value}` : value.toPrecision(3);
}
