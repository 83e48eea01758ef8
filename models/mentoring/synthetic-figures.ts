/** The figures a synthetic roster is made from, each with its grade and source. */

/** Grade A meta-analysis or trial, B observational, C qualitative or expert, D assumption. */
interface Figure {
  readonly what: string;
  readonly value: string;
  readonly grade: 'A' | 'B' | 'C' | 'D';
  readonly source: string;
}

/** Composition of faculty and residents, as shares. */
export const composition = {
  ranks: { instructor: 0.1, assistant: 0.45, associate: 0.21, full: 0.24 },
  women: { faculty: 0.42, fullProfessors: 0.23, residents: 0.48 },
  minority: { faculty: 0.1, residents: 0.13 },
} as const;

/** Shares of working days on site, of mean 0.8: three, four or five days of five. */
export const onsiteShares = [
  { label: 0.6, share: 0.25 },
  { label: 0.8, share: 0.5 },
  { label: 1, share: 0.25 },
] as const;

/**
 * Mentees that faculty would accept: twenty equally likely values, the rounded quantiles of a
 * log-normal of median 6 and sigma 0.7.
 */
export const capacities: readonly number[] = [
  2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 7, 8, 8, 9, 10, 12, 13, 16, 24,
];

/** Years in the department, from and to, each as likely. */
export const tenures = {
  instructor: [0, 4],
  assistant: [0, 8],
  associate: [4, 16],
  full: [8, 30],
} as const;

export const tieRule = {
  shareMentoring: 0.67,
  coverage: 0.65,
  shareWithTwo: 0.4,
  sameDepartment: 0.8,
  sameGenderOdds: 1.6,
  poorShare: 0.21,
  poorWeight: 0.2,
} as const;

/** Share of a rank that has a mentor: lower among interns; nobody ranks above full professors. */
export function coverageByRank(rank: string): number {
  if (rank === 'full') return 0;
  const ofResidents: Readonly<Record<string, number>> = {
    PGY1: 0.5,
    PGY2: 0.65,
    PGY3: 0.7,
    PGY4: 0.75,
  };
  return ofResidents[rank] ?? tieRule.coverage;
}

export const departmentNames = [
  'Medicine',
  'Surgery',
  'Paediatrics',
  'Anaesthesiology',
  'Psychiatry',
  'Radiology',
  'Emergency Medicine',
  'Obstetrics and Gynaecology',
  'Neurology',
  'Pathology',
  'Family Medicine',
  'Orthopaedics',
  'Ophthalmology',
  'Dermatology',
  'Otolaryngology',
  'Urology',
  'Neurosurgery',
  'Radiation Oncology',
  'Rehabilitation Medicine',
  'Public Health',
] as const;

const aamc = 'AAMC faculty roster shares, recalled: to be verified';
const luckhaupt = 'Luckhaupt 2005, 111 mentors in US general internal medicine';
const walensky = 'Walensky 2018, 553 faculty of one department of medicine';
const ours = 'assumption of this project';

/** The figures and the rules of the roster, for its README. */
export const figures: readonly Figure[] = [
  {
    what: 'faculty by rank: instructor, assistant, associate, full',
    value: '10, 45, 21, 24 %',
    grade: 'D',
    source: aamc,
  },
  {
    what: 'women among faculty; among full professors',
    value: '42 %; 23 %',
    grade: 'B',
    source:
      'US faculty 2018, 40.4 % (PMC8933272), taken as 42 %; 11.9 % of women and 28.6 % of men were full professors in 2014 (PMC4665995), which makes 23 %',
  },
  {
    what: 'under-represented in medicine among faculty',
    value: '10 %',
    grade: 'B',
    source: 'US faculty 2018, 10.1 % (PMC8933272)',
  },
  {
    what: 'women and under-represented among residents',
    value: '48 %, 13 %',
    grade: 'D',
    source: `slightly more than among faculty: ${ours}`,
  },
  {
    what: 'sizes of departments',
    value: 'the k-th in proportion to 1 / (1 + 0.35 (k − 1))',
    grade: 'D',
    source: `${ours}; ACGME 2023-24 gives 22.8 trainees a specialty programme (B)`,
  },
  {
    what: 'share of days on site',
    value: '0.6, 0.8 or 1, mean 0.8',
    grade: 'D',
    source: ours,
  },
  {
    what: 'mentees a mentor would accept',
    value: 'log-normal, median 6, sigma 0.7',
    grade: 'B',
    source: luckhaupt,
  },
  {
    what: 'years in the department',
    value:
      'instructor 0–4, assistant 0–8, associate 4–16, full 8–30; residents their year less one',
    grade: 'D',
    source: `${ours}; median stay of faculty is 8 to 10 years (B)`,
  },
  {
    what: 'faculty who mentor',
    value: '67 %',
    grade: 'B',
    source: walensky,
  },
  {
    what: 'faculty below full professor who have a mentor',
    value: '65 %',
    grade: 'B',
    source: `${walensky}: 64.9 % have one`,
  },
  {
    what: 'residents who have a mentor, by year',
    value: '50, 65, 70, 75 %',
    grade: 'B',
    source:
      'Silver 2024, 66.8 % of 6,373 surgery residents; Caruso 2016, first year 59 % and later 84 %; the steps are an assumption (D)',
  },
  {
    what: 'those with a mentor who seek a second one',
    value: '40 %',
    grade: 'D',
    source: `one or two core seniors: ${ours}`,
  },
  {
    what: 'choice of a mentor',
    value:
      'of higher rank and below capacity; first in the own department for four in five, then in the others; in proportion to 1 + mentees held, times 1.6 for the same gender',
    grade: 'B',
    source:
      'Lazega advice network: odds 1.6 for gender, about 4 for office; exact form assumed (D)',
  },
  {
    what: 'choice of peers',
    value: 'each person one or two of the same role and at most one rank apart, likewise',
    grade: 'D',
    source: `${ours}; mean degree about 3 as in a research network of 97 people (B)`,
  },
  {
    what: 'weight of senior ties',
    value: '0.2 for 21 %, else 0.5 to 1',
    grade: 'D',
    source: `${walensky}: 21.3 % rate theirs low (B); the weights are an assumption`,
  },
  {
    what: 'weight of peer ties',
    value: '0.4 to 1',
    grade: 'D',
    source: ours,
  },
];
