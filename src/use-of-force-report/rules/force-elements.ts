import { code, text, whole, words, yesNo } from './element.js';

/** One application of force: who, to whom, what, and what came of it. */
export const FORCE_ELEMENTS = {
  officer: whole(1, 20, 'Which of `officers`, counting from 1; null when it is not known who'),
  subject: whole(1, 20, 'Which of `subjects`, counting from 1; null when it is not known whom'),
  forceType: code('forceTypes', "A code of the charter's `useOfForce.forceTypes`"),
  weapon: text(60, 'What weapon or munition, where the type does not say: handgun, rifle, bean_bag …'),
  level: text(60, "The level of this force by the department's own policy"),
  bodyParts: words('Where on the body'),
  count: whole(1, 1000, 'How many shots, cycles or strikes'),
  hits: whole(0, 1000, 'How many of them hit'),
  effective: yesNo('It did what it was for'),
  reasons: words('Why it was used'),
  deEscalation: words('What was tried before'),
};
