/** Words of the frame around all places, and of messages that several places share. */
export const text = {
  name: 'Mentorscape',
  today: 'Today',
  skip: 'Skip to the page',
  places: 'Places',
  loading: 'One moment …',
  undo: 'Undo',
  redo: 'Redo',
  replay: 'Replay the last change',
  themes: {
    system: 'Colours as the system has them; press for dark',
    dark: 'Dark; press for light',
    light: 'Light; press for the system’s colours',
  },
  share: 'Share',
  keep: 'Keep',
  close: 'Close',
  more: 'More',
  cancel: 'Cancel',
  copied: 'Copied.',
  notFound: {
    title: 'There is no such place',
    body: 'The address names a place that this version of Mentorscape does not have. Your scenario is safe.',
    go: 'Go to What if',
  },
  crash: {
    title: 'This place stopped working',
    body: 'Your scenario is safe: it is in the address of this page. Try again, or go to another place.',
    again: 'Try again',
  },
  link: {
    file: 'link',
    broken:
      'This link is damaged or was not made by Mentorscape, so nothing of it was used. Ask for the link again, or begin with one of the questions.',
    newer:
      'This link was made by a newer version of Mentorscape. Open it there, or ask for the scenario as a file.',
    mixed:
      'The scenarios in this link do not share one baseline, so they cannot be compared here. Ask for them as files.',
    refused: 'This link holds a scenario that cannot be used, so nothing of it was opened.',
  },
  limits: {
    people: (people: number, most: number) =>
      `The scenario has ${people.toLocaleString('en-GB')} people; a browser takes up to ${most.toLocaleString('en-GB')}. Run it on the command line.`,
    futures: (futures: number, most: number) =>
      `The scenario asks for ${futures.toLocaleString('en-GB')} futures; a browser takes up to ${most.toLocaleString('en-GB')}. Run it on the command line, or ask for fewer.`,
    work: 'The scenario is too large for a browser. Run it on the command line, or ask for fewer futures or years.',
  },
} as const;
