/** Words of the first-visit tour: at most five steps. */
export const text = {
  start: 'Show me around',
  next: 'Next',
  back: 'Back',
  done: 'Done',
  skip: 'Skip',
  step: (n: number, all: number) => `${n} of ${all}`,
  steps: [
    {
      target: '.question',
      title: 'Begin with a question',
      body: 'Choose one from the gallery, or keep this one. Everything can be changed afterwards and undone.',
    },
    {
      target: '.levers-column, .lever-sheet',
      title: 'Move a lever',
      body: 'The answer follows at once. The shaded part of a track is what is plausible; the little circle says how well a number is founded.',
    },
    {
      target: '.answer',
      title: 'Read the answer',
      body: 'Hatched means a first look. From five pairs of futures on there is a range: nine of ten futures fall in it.',
    },
    {
      target: '.outcomes-column',
      title: 'Ask for whom',
      body: 'Every outcome has a chart, a table, and the groups it helps or leaves out. Costs stand below.',
    },
    {
      target: '.tools',
      title: 'Take it with you',
      body: 'A link, a file or a report holds the scenario and gives the same numbers again. People never leave this browser.',
    },
  ],
} as const;
