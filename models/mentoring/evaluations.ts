/** Ways to evaluate a programme: which outcomes of a run answer the questions of each framework. */
import type { Evaluation } from '../../sim/model/model.ts';

const frameworks = 'AMEE Guide 67 (Frye and Hemmer 2012), named by 10.36834/cmej.79339';

export const evaluations: Readonly<Record<string, Evaluation>> = {
  logic: {
    title: 'Logic model',
    doc: 'From what is put in to what becomes of it in the end.',
    source: frameworks,
    levels: [
      {
        title: 'Inputs',
        question: 'What does it take?',
        outcomes: ['programmeCost', 'mentoringHours', 'unrecognisedHours'],
      },
      {
        title: 'Activities',
        question: 'What is done?',
        outcomes: [
          'meetingsWithMentors',
          'virtualMeetings',
          'peerMeetings',
          'groupContacts',
          'introductions',
          'coursesTaken',
        ],
      },
      {
        title: 'Outputs',
        question: 'What comes of it at once?',
        outcomes: ['newSeniorTies', 'hasMentor', 'hasPeer', 'alone', 'activeGroups', 'needsMet'],
      },
      {
        title: 'Outcomes',
        question: 'What changes for people?',
        outcomes: [
          'rapport',
          'careerSupport',
          'psychosocialSupport',
          'sponsorshipSupport',
          'mentoringSkill',
          'competence',
          'identityDissonance',
          'satisfaction',
          'burnedOut',
        ],
      },
      {
        title: 'Impact',
        question: 'What becomes of the institution?',
        outcomes: [
          'leaving',
          'stayFiveYears',
          'promotions',
          'publications',
          'vacancies',
          'netCost',
        ],
      },
    ],
  },
  kirkpatrick: {
    title: 'Kirkpatrick levels',
    doc: 'Reaction, learning, behaviour, results.',
    source: frameworks,
    levels: [
      {
        title: '1 Reaction',
        question: 'Are people satisfied?',
        outcomes: ['satisfaction', 'motivation'],
      },
      {
        title: '2 Learning',
        question: 'What do they learn and become?',
        outcomes: [
          'competence',
          'competenceAtGraduation',
          'identityAtGraduation',
          'mentoringSkill',
        ],
      },
      {
        title: '3 Behaviour',
        question: 'What do they do differently?',
        outcomes: [
          'meetingsWithMentors',
          'facultyMentoring',
          'readinessToMentor',
          'hasMentor',
          'hasPeer',
        ],
      },
      {
        title: '4 Results',
        question: 'What comes of it for the institution?',
        outcomes: ['burnedOut', 'leaving', 'promotions', 'publications', 'netCost'],
      },
    ],
  },
  cipp: {
    title: 'Context, input, process, product',
    doc: 'The needs it meets, what it takes, how it runs, what it brings.',
    source: frameworks,
    levels: [
      {
        title: 'Context',
        question: 'Which needs are there?',
        outcomes: ['alone', 'needsMet', 'waiting', 'timeWithoutMentor', 'vacancies'],
      },
      {
        title: 'Input',
        question: 'What is put in?',
        outcomes: ['programmeCost', 'mentoringHours', 'coursesTaken'],
      },
      {
        title: 'Process',
        question: 'How does it run?',
        outcomes: [
          'meetingsWithMentors',
          'overloaded',
          'refusals',
          'lowQuality',
          'mismatches',
          'conflicts',
          'overloadEndings',
        ],
      },
      {
        title: 'Product',
        question: 'What does it bring?',
        outcomes: [
          'hasMentor',
          'rapport',
          'competence',
          'burnedOut',
          'satisfaction',
          'leaving',
          'netCost',
        ],
      },
    ],
  },
};
