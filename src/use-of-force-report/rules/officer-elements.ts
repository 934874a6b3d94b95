import { numberOf, text, whole, words, yesNo } from './element.js';
import { PERSON_ELEMENTS } from './person-elements.js';

/** What is said of an officer of the reporting agency; of the others, only how many they were. */
export const OFFICER_ELEMENTS = {
  badgeNumber: numberOf(
    20,
    "The department's own. An officer named by badge is known from then on; without it they stay unknown.",
  ),
  age: whole(14, 100, 'Years, 14 to 100'),
  ...PERSON_ELEMENTS,
  rank: text(60, 'At the time'),
  unit: text(60, 'At the time'),
  yearsOfService: whole(0, 80, 'Whole years as a sworn officer; 0 for less than one'),
  fullTime: yesNo('Employed for the whole of the time'),
  onDuty: yesNo('On duty'),
  inUniform: yesNo('In uniform'),
  identifiable: yesNo('To be known for an officer: by uniform, badge or marked vehicle'),
  dress: text(60, 'What they wore'),
  dischargedFirearm: yesNo('They discharged a firearm'),
  usedForce: yesNo('They used force; false for one who was there and used none'),
  forceReasons: words('Why they used force'),
  receivedForce: yesNo('Force was used on them'),
  receivedForceTypes: words('What force was used on them'),
  receivedForceLocations: words('Where on the body'),
  videoRecorded: yesNo('Their camera recorded it'),
  justifiableHomicide: yesNo('It is counted as a justifiable homicide'),
  leokaNumber: numberOf(20, 'The incident number of a LEOKA report'),
};
