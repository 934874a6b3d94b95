import type { CharterDocument } from '../../charter/index.js';
import { type Fault, faultIf, termFaults } from './fault.js';
import { type IntakeRecord, intakeRecordFaults } from './intake-record.js';
import type { PersonRole } from './person-role.js';
import { privacyFaults } from './privacy-choice.js';

export const COMPLAINT_KINDS = ['complaint', 'commendation'] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];

/** Who complains. `contact`: a telephone number, an address, an e-mail address, as told. */
export interface Complainant {
  name?: string | undefined;
  contact?: string | undefined;
  race?: string | undefined;
  gender?: string | undefined;
  /** Years */
  ageAtIncident?: number | undefined;
}

/** How who complains stands to what happened, besides complaining. */
export const COMPLAINANT_ROLES = [
  'victim',
  'witness',
  'third_party',
  'guardian',
  'attorney',
  'police_employee',
] as const satisfies readonly PersonRole[];
export type ComplainantRole = (typeof COMPLAINANT_ROLES)[number];

/** What somebody brings before the agency. Texts as they were told; codes from the charter. */
export interface NewComplaint extends IntakeRecord {
  kind: ComplaintKind;
  channel: string;
  anonymous: boolean;
  narrative: string;
  /** YYYY-MM-DD */
  incidentOn?: string | undefined;
  district?: string | undefined;
  beat?: string | undefined;
  place?: string | undefined;
  complainant?: (Complainant & { roles?: readonly ComplainantRole[] | undefined }) | undefined;
  /** Who may know the person's name: a code of the charter */
  privacy?: string | undefined;
  /** The officer as the person describes them: badge, looks, car */
  officerDescription?: string | undefined;
  allegations?: readonly string[] | undefined;
}

/** `byThePerson`: filed by the person concerned, not taken in by staff. `today`: YYYY-MM-DD where the agency is. */
export interface IntakeCircumstances {
  charter: CharterDocument;
  byThePerson: boolean;
  today: string;
}

/** Why this cannot be filed as it is; an empty list is a yes. */
export function intakeFaults(complaint: NewComplaint, { charter, byThePerson, today }: IntakeCircumstances): Fault[] {
  const { anonymous, kind, complainant = {}, allegations = [] } = complaint;
  const named = complainant.name !== undefined || complainant.contact !== undefined;
  return [
    ...termFaults('/channel', charter.intake.channels, complaint.channel),
    ...termFaults('/complainant/race', charter.people.races, complainant.race),
    ...termFaults('/complainant/gender', charter.people.genders, complainant.gender),
    ...intakeRecordFaults(complaint, charter, anonymous),
    ...privacyFaults(charter, complaint.privacy, anonymous),
    ...allegations.flatMap((category, at) => termFaults(`/allegations/${at}`, charter.allegations, category)),
    ...faultIf(
      anonymous && !charter.intake.anonymousAccepted,
      '/anonymous',
      'anonymous-not-accepted',
      'This agency cannot take anonymous complaints: give a name or a way to reach you.',
    ),
    ...faultIf(
      anonymous && named,
      '/anonymous',
      'anonymous-with-name',
      'Choose one: stay anonymous and leave out name and contact, or give them and set anonymous to false.',
    ),
    ...faultIf(
      byThePerson && !anonymous && !named,
      '/complainant',
      'nobody-named',
      'Give a name or a way to reach you, or set anonymous to true.',
    ),
    ...faultIf(
      complaint.incidentOn !== undefined && complaint.incidentOn > today,
      '/incidentOn',
      'in-the-future',
      `The incident cannot lie after today (${today}).`,
    ),
    ...faultIf(
      kind === 'commendation' && allegations.length > 0,
      '/allegations',
      'commendation-alleges-nothing',
      'A commendation takes no allegations: leave them out, or set kind to complaint.',
    ),
  ];
}
