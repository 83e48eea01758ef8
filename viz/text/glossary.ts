/** Words that a leader may not know, explained where they stand; the glossary of the documents has all. */
export const glossary: Readonly<Record<string, string>> = {
  'nine of ten futures':
    'The range that nine of ten simulated futures fall in, from the 5th to the 95th of a hundred.',
  'pairs of futures':
    'The same future simulated twice, with the same luck: once as today, once with the plan.',
  'cannot tell apart yet':
    'The futures simulated so far do not show whether there is a difference. More of them may.',
  burnout:
    'Exhaustion by work, on a scale of 0 to 1; burned out are those above the threshold of the usual questionnaires.',
  'burned out': 'People whose exhaustion is above the threshold of the usual questionnaires.',
  rapport:
    'Trust and closeness of two people, from 0 to 1. It grows when they meet and fades when they do not.',
  'peer groups': 'Small groups of people of one role with set sessions.',
  'protected time': 'Hours of the week that are kept for mentoring.',
};
