import { APPEAL_EFFECTS, ESCALATES_AFTER } from './after-vote-terms.js';
import { APPROVING_ROLES, ASKING_ROLES, GLASS_REVIEWING_ROLES } from './break-glass-terms.js';
import { MEETING_KINDS } from './charter-document.js';
import { AGENCY_FUNCTIONS, CASE_ENDS, STAND_FOR, TRACKS } from './casework-terms.js';
import { CASE_EVENTS, LENGTH_UNITS } from './deadline-terms.js';
import { REVIEW_UNITS, REVIEWING_ROLES } from './force-review-terms.js';
import { publicationSchema } from './publication-schema.js';
import { LIMIT_UNITS, REPORTING_SPANS } from './reporting-terms.js';
import { GENERIC_CLASSES } from './term.js';
import { votingSchema } from './voting-schema.js';

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string', minLength: 1, maxLength: 20_000 };
const code: Schema = { type: 'string', minLength: 1, maxLength: 200 };
const yesNo: Schema = { type: 'boolean' };
const number: Schema = { type: 'number' };
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const oneOf = (words: readonly string[]): Schema => ({ enum: words });
const list = (items: Schema): Schema => ({ type: 'array', items, maxItems: 10_000 });

/** An object with these members and no others. @param optional those of them that may be missing */
const shape = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});
const labels: Schema = {
  type: 'object',
  additionalProperties: text,
  propertyNames: { pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' },
};
const terms = (more: Readonly<Record<string, Schema>> = {}): Schema =>
  list(shape({ code, label: text, labels, ...more }, ['labels']));

const day: Schema = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' };
const genericClass = oneOf(GENERIC_CLASSES);

const rule = {
  authority: text,
  startsOn: oneOf(CASE_EVENTS),
  stopsOn: oneOf(CASE_EVENTS),
  length: shape({ count: number, unit: oneOf(LENGTH_UNITS) }),
  rollsTo: oneOf(['same_day', 'next_business_day']),
  tolling: terms({ mostDays: orNull(number), evidence: text }),
  extensionDays: number,
  alarmDays: list(number),
  consequence: text,
  appliesTo: shape({ classifications: list(code), channels: list(code), allegationGroups: list(code) }, [
    'classifications',
    'channels',
    'allegationGroups',
  ]),
};

const holiday: Schema = {
  anyOf: [
    shape({ label: text, month: number, day: number, observed: yesNo }),
    shape({ label: text, month: number, weekday: number, nth: number }),
    shape({ label: text, on: day }),
  ],
};

/** The form of a charter, as JSON Schema: what has not this form cannot be asked whether it holds together. */
export const charterSchema: Schema = shape({
  title: text,
  sources: list(text),
  intake: shape({ channels: terms(), anonymousAccepted: yesNo }),
  people: shape({ races: terms(), genders: terms() }),
  allegationGroups: terms(),
  allegations: terms({ group: code }),
  findings: terms({ genericClass }),
  disciplines: terms({ takesDays: yesNo }),
  disciplineMatrix: list(
    shape(
      {
        ...{ allegations: list(code), discipline: code, leastDays: number, mostDays: number },
        priors: shape({ least: number, most: number, withinYears: number }, ['most', 'withinYears']),
      },
      ['leastDays', 'mostDays', 'priors'],
    ),
  ),
  clocks: shape({ chiefAnswerDays: number }),
  meetings: shape(
    {
      noticeHours: shape(Object.fromEntries(MEETING_KINDS.map((kind) => [kind, number]))),
      closedSessionGrounds: terms(),
      lateAmendmentGrounds: terms(),
    },
    ['lateAmendmentGrounds'],
  ),
  voting: votingSchema,
  useOfForce: shape({ forceGroups: terms(), forceTypes: terms({ group: code }) }),
  publication: publicationSchema,
  agency: shape({ functions: list(oneOf(AGENCY_FUNCTIONS)), powers: terms() }),
  complainants: shape({
    privacyChoices: terms({ shielded: yesNo }),
    languages: terms(),
    accommodations: terms(),
    affidavit: shape({ required: yesNo, override: yesNo }),
    identityGrantHours: number,
  }),
  screening: shape({
    tests: terms(),
    declineReasons: terms(),
    referralBodies: terms(),
    appealDays: orNull(number),
  }),
  classifications: terms({ track: oneOf(TRACKS) }),
  dispositions: terms({ genericClass }),
  standardsOfProof: terms(),
  conflicts: shape({ relations: terms(), barring: list(code) }),
  parties: shape({
    roles: terms({ represents: list(oneOf(STAND_FOR)) }),
    receives: terms(),
    identifiedBy: terms(),
  }),
  investigation: shape({ recordKinds: terms(), interviewWarnings: terms(), reviewRequired: yesNo }),
  mediation: shape({ offered: yesNo, excludedBy: terms() }),
  deadlines: shape({
    calendar: shape({ weekend: list(number), holidays: list(holiday) }),
    rules: list(shape({ code, label: text, ...rule }, ['appliesTo'])),
  }),
  closing: shape({
    reasons: terms({ genericClass, retentionClass: code, withoutFindings: yesNo }),
    retentionClasses: terms({ years: orNull(number), authority: text }),
    ends: shape(Object.fromEntries(CASE_ENDS.map((end) => [end, orNull(code)]))),
    duplicateReason: orNull(code),
  }),
  forceProfiles: list(
    shape({
      profile: code,
      authority: text,
      from: day,
      until: orNull(day),
      departments: orNull(list(code)),
      closedThrough: orNull(day),
    }),
  ),
  forceReview: shape({
    levels: terms({
      authority: text,
      roles: list(oneOf(REVIEWING_ROLES)),
      within: shape({ count: number, unit: oneOf(REVIEW_UNITS) }),
      skippableBy: list(oneOf(REVIEWING_ROLES)),
      findingsRequired: yesNo,
    }),
    findings: terms(),
  }),
  afterVote: shape({
    deliveryWays: terms(),
    escalation: terms({ authority: text, after: list(oneOf(ESCALATES_AFTER)), days: number, decides: yesNo }),
    officerAppeals: shape({
      routes: terms({ authority: text, days: orNull(number) }),
      outcomes: terms({ effect: oneOf(APPEAL_EFFECTS) }),
    }),
    reconsideration: orNull(shape({ authority: text, days: number, most: number, grounds: terms() })),
    overdueCaseNumbers: yesNo,
  }),
  oversight: shape({
    policyTracker: shape({ kinds: terms(), answerDays: number, authority: text }),
    affairsAudit: shape({ checklist: terms(), answerDays: number, authority: text }),
    incidentReview: shape({ roles: terms({ needed: yesNo }), topics: terms(), authority: text }),
  }),
  breakGlass: shape({
    ...{ longestHours: number, answerHours: number, mostWaiting: number, authority: text },
    ask: list(oneOf(ASKING_ROLES)),
    approve: list(oneOf(APPROVING_ROLES)),
    review: list(oneOf(GLASS_REVIEWING_ROLES)),
  }),
  forceReporting: shape(
    {
      programmes: terms({
        authority: text,
        from: oneOf(REPORTING_SPANS),
        within: shape({ count: number, unit: oneOf(LIMIT_UNITS) }),
        zeroReports: yesNo,
      }),
      remindOfPendingAfterDays: orNull(number),
    },
    ['remindOfPendingAfterDays'],
  ),
  letters: terms({ texts: list(shape({ language: code, subject: text, body: text })) }),
});
