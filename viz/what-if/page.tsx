/** The place "What if": question, answer, levers, outcomes, who is left out, costs. */
import { useDeferredValue } from 'react';
import { Answer } from './answer.tsx';
import { Cards } from './cards.tsx';
import { Costs } from './costs.tsx';
import { CourseCharts } from './course-charts.tsx';
import { GroupChart } from './group-chart.tsx';
import { Harms } from './harms.tsx';
import { LeverSheet, Levers } from './levers.tsx';
import { Plans, PlanTable } from './plans.tsx';
import { Question } from './question.tsx';
import { useCourses, useShown } from './shown.ts';
import './what-if.css';

/** The page. */
export function Page() {
  const shown = useShown();
  // levers and answer follow at once; the rest is drawn in pieces that let the browser breathe
  const later = useDeferredValue(shown);
  useCourses(shown);
  return (
    <div className="what-if">
      <Question shown={shown} />
      <Plans doc={shown.doc} />
      <Answer shown={shown} />
      <div className="what-if-body">
        <aside className="levers-column no-print">
          <Levers doc={shown.doc} />
        </aside>
        <div className="outcomes-column">
          <Cards shown={later} />
          <CourseCharts shown={later} />
          <PlanTable shown={later} />
          <div className="two-columns">
            <GroupChart shown={later} />
            <div className="stack wide">
              <Harms shown={later} />
              <Costs shown={later} />
            </div>
          </div>
        </div>
      </div>
      <LeverSheet doc={shown.doc} />
    </div>
  );
}
