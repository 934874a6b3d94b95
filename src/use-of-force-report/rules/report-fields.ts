import { animalsHaveNoRace, injuriesNeedInjury } from './cross-checks.js';
import { fieldTable, listOf } from './field-table.js';
import { type OfficerDraft, SETTINGS, SUBJECT_KINDS, type SubjectDraft } from './report-draft.js';
import { charterCode, choice, numberOf, pastDay, text, wholeNumber, words, yesOrNo } from './value-checks.js';

const people = { race: charterCode('races'), gender: charterCode('genders'), injured: yesOrNo, injuries: words };

const SUBJECT = fieldTable(
  { kind: choice(SUBJECT_KINDS) },
  {
    ...people,
    age: wholeNumber(0, 120),
    medicalAid: words,
    conditions: words,
    resistance: words,
    actions: words,
    arrested: yesOrNo,
  },
);

const OFFICER = fieldTable(
  {},
  { ...people, badgeNumber: numberOf(20), age: wholeNumber(14, 100), rank: text(60), inUniform: yesOrNo },
);

const FORCE = fieldTable(
  { forceType: charterCode('forceTypes') },
  { officer: wholeNumber(1, 20), subject: wholeNumber(1, 20), effective: yesOrNo },
);

/** The elements of a report: the common core of the programmes in force; each programme's own come as profiles. */
export const REPORT = fieldTable(
  {
    reportNumber: numberOf(40),
    incidentNumber: numberOf(40),
    occurredOn: pastDay,
    subjects: listOf<SubjectDraft>(SUBJECT, 20, (subject, faults) => {
      injuriesNeedInjury(subject, faults);
      animalsHaveNoRace(subject, faults);
    }),
    officers: listOf<OfficerDraft>(OFFICER, 20, injuriesNeedInjury),
    force: listOf(FORCE, 50),
  },
  {
    occurredHour: wholeNumber(0, 23),
    county: text(100),
    municipality: text(100),
    locationType: text(60),
    setting: choice(SETTINGS),
    lighting: words,
    weather: words,
    contactReasons: words,
    incidentTypes: words,
  },
);
