/** Words of the place "People". */
export const text = {
  title: 'People',
  asks: 'For whom, and how is the network built?',
  intro:
    'First all futures, compared pair by pair, group by group. Then the structure of one future as an example, at its start and at its end, today beside the plan in hand.',
  outcome: 'Outcome',
  noPolicies: 'No policy is on: switch one on under What if to see for whom it makes a difference.',
  structure: 'The network of one future',
  structureHint: 'Future 0. A single future has no range: read shapes, not decimals.',
  working: 'Simulating this future today and with the plan …',
  failed: (reason: string) => `The structure could not be computed: ${reason}`,
  moments: { start: 'At the start', today: 'At the end, today', plan: 'At the end, with the plan' },
  hidden: 'fewer than 5',
  access: 'Who has no mentor',
  accessHow:
    'How to read it: of 100 people of a group so many hold no tie to a mentor in that week. A group far above the others is left out. Groups of fewer than five people are not shown.',
  group: 'Group',
  load: 'How mentoring is spread over faculty',
  loadHow:
    'How to read it: faculty by the number of mentees they hold. A long tail on the right means that a few carry the many.',
  mentees: (n: number, more: boolean) => (more ? `${n} or more` : `${n}`),
  menteesHeld: 'Mentees held',
  contacts: 'How many ties people have',
  contactsHow:
    'How to read it: people by their number of ties of either kind. People at 0 know nobody they could turn to.',
  ties: 'Ties',
  stages: 'Stages of senior ties',
  stagesHow:
    'How to read it: senior ties by the stage they have reached. Ties that pile up early do not deepen; an empty start means that nothing new begins.',
  stage: 'Stage',
  ages: 'How long ties have lasted',
  agesHow:
    'How to read it: senior ties by their age in years. Many young and few old ties: they do not hold.',
  age: 'Age',
  ageBins: [
    'under half a year',
    'half to 1 year',
    '1 to 2 years',
    '2 to 4 years',
    '4 years and more',
  ],
  sides: { today: 'Today', plan: 'With the plan' },
  flow: 'Where senior ties went in the last year',
  flowHow:
    'How to read it: every band is ties, as wide as they are many, from where they stood a year before the end on the left to where they stand on the right. Wide bands to “over” say that ties do not hold; bands that lead downwards say that they deepen.',
  flowPicture: (side: string, ties: number) =>
    `${side}: ${ties} senior ties by stage, a year before the end and at the end`,
  flowCaption: 'Senior ties by stage, a year before the end and at the end',
  notYet: 'not yet there',
  over: 'over',
  flowColumns: ['Flow', 'Side', 'From', 'To', 'Ties'],
  signals: 'Early-warning signals',
  signalsHow:
    'How to read it: swings of mean burnout in windows of two years, the season taken out. When variance and the likeness from one month to the next (autocorrelation) rise together for years, the department recovers ever more slowly, as before a tipping point; a single future wanders by itself, so a rise is a question and no proof.',
  signalsShort: 'The future is shorter than a window of two years: nothing can be told.',
  signalsCaption: 'Signals by window',
  variance: 'Variance of mean burnout',
  autocorrelation: 'Autocorrelation, one month apart',
  signalColumns: ['Window up to', 'Side', 'Variance', 'Autocorrelation'],
  untilWeek: (year: number, week: number) => `year ${year}, week ${week}`,
  mixing: 'Who is tied to whom',
  mixingHow:
    'How to read it: of 100 ties of the people in a row, so many lead to people in a column. Equal rows mean that it makes no difference who one is.',
  mixingOf: (moment: string) => `${moment}: ties of row, in 100, to column`,
  from: 'From',
  measures: 'Measures of the network',
  measuresCaption: 'Measures of the network, start and end',
  measuresHow:
    'How to read it: the same numbers as `mentorscape run --network`; clustering far above that of the same contacts rewired means circles of friends, long paths mean that word travels slowly.',
  measure: 'Measure',
  unit: 'Unit',
  table: 'Numbers',
} as const;
