/** Words of the controls, tables and charts that all places share. */
export const text = {
  grade: (grade: string, meaning: string) => `Evidence ${grade}: ${meaning}`,
  about: (title: string) => `About ${title}`,
  reset: (title: string) => `Reset ${title}`,
  source: 'Source',
  unit: 'Unit',
  usual: (value: string) => `Usual value: ${value}`,
  plausible: (low: string, high: string) => `Plausible: ${low} to ${high}`,
  allowed: (low: string, high: string) => `Accepted: ${low} to ${high}`,
  inPercent: 'in 100',
  copy: 'Copy',
  copied: 'Copied as a table.',
  noClipboard: 'The browser did not allow copying. Download the file instead.',
  csv: 'CSV',
  svg: 'SVG',
  png: 'PNG',
  drawing: 'Drawing …',
  notDrawn: (reason: string) =>
    `The chart could not be drawn: ${reason} The table below it has the numbers.`,
  inspect: 'Left and right arrow keys move along the chart.',
} as const;
