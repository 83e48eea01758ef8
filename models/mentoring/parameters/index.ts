/** All parameters of the mentoring model, in the order in which they are described. */
import { careerParameters, costParameters } from './careers.ts';
import { cultureParameters } from './culture.ts';
import { equityParameters } from './equity.ts';
import { groupParameters } from './groups.ts';
import {
  capitalParameters,
  learningParameters,
  motivationParameters,
  satisfactionParameters,
  trackParameters,
} from './growth.ts';
import { identityParameters } from './identity.ts';
import { answerParameters, choiceParameters, encounterParameters } from './network.ts';
import { compositionParameters } from './population.ts';
import { priorityParameters } from './priorities.ts';
import { meetingParameters, rapportParameters, supportParameters } from './relationships.ts';
import { wellbeingParameters } from './wellbeing.ts';

export const mentoringParameters = {
  ...compositionParameters,
  ...trackParameters,
  ...encounterParameters,
  ...choiceParameters,
  ...answerParameters,
  ...meetingParameters,
  ...rapportParameters,
  ...supportParameters,
  ...groupParameters,
  ...cultureParameters,
  ...wellbeingParameters,
  ...learningParameters,
  ...motivationParameters,
  ...capitalParameters,
  ...satisfactionParameters,
  ...identityParameters,
  ...careerParameters,
  ...equityParameters,
  ...costParameters,
  ...priorityParameters,
};
