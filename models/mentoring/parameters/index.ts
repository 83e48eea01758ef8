/** All parameters of the mentoring model, in the order in which they are described. */
import { careerParameters, costParameters } from './careers.ts';
import { answerParameters, choiceParameters, encounterParameters } from './network.ts';
import { compositionParameters } from './population.ts';
import { meetingParameters, rapportParameters, supportParameters } from './relationships.ts';
import { wellbeingParameters } from './wellbeing.ts';

export const mentoringParameters = {
  ...compositionParameters,
  ...encounterParameters,
  ...choiceParameters,
  ...answerParameters,
  ...meetingParameters,
  ...rapportParameters,
  ...supportParameters,
  ...wellbeingParameters,
  ...careerParameters,
  ...costParameters,
};
