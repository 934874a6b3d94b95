import type { CharterDocument } from '../rules/charter-document.js';
import { copaNotice, copaVideo, copaEighteenMonths } from './deadline-rules.js';
import { genericCasework } from './generic-casework.js';
import { genericCharter } from './generic.js';

/** The 31 categories in which Chicago publishes its complaints, by our own groups (unconfirmed). */
const categories: Readonly<Record<string, readonly string[]>> = {
  force: ['Excessive Force', 'Unnecessary Display of Weapon', 'Taser Discharge', 'OC Discharge', 'Coercion'],
  firearm: [
    'Firearm Discharge-No Contact',
    'Firearm Discharge-Injury',
    'Firearm Discharge-Fatal',
    'Firearm Discharge at Animal',
    'Firearm Discharge-Accidental',
    'Firearm Discharge-Officer Suicide',
    'Murder / Manslaughter, Etc.',
  ],
  rights: [
    'Fourth Amendment/Improper Search',
    'First Amendment',
    'Denial of Counsel',
    'Legal Violation',
    'Abuse of Authority',
  ],
  conduct: ['Verbal Abuse', 'Domestic Violence', 'Sexual Misconduct', 'Rule 14 Violation', 'Conspiracy', 'Traffic'],
  procedure: [
    'Operational Violation',
    'Proper Care',
    'Incident in Custody',
    'Motor Vehicle Incident',
    'Post-Arrest Procedure',
    'Miscellaneous Notification',
  ],
};

/** After Chicago's Civilian Office of Police Accountability: it investigates, and takes notice of force without a complaint. */
export const copaCharter: CharterDocument = {
  ...genericCharter,
  title: "After Chicago's Civilian Office of Police Accountability",
  sources: [
    "Civilian Office of Police Accountability's pages: five business days, video within 60 days, 18-month initiative, notifications of force",
    "Chicago's published tables of complaints: categories, findings, penalty codes",
    'Groups of categories: ours, unconfirmed',
    'Affidavit: Illinois once required one, with an override; not required here, unconfirmed for a given year',
    "Superintendent's answer within 60 days (Municipal Code 2-78-130): from memory, unconfirmed",
    'Notice of meetings 48 hours (5 ILCS 120/2.02), closed sessions on personnel (5 ILCS 120/2(c)(1)): from memory, unconfirmed',
  ],
  agency: { functions: ['investigative', 'advisory'], powers: genericCasework.agency.powers },
  complainants: { ...genericCasework.complainants, affidavit: { required: false, override: true } },
  allegationGroups: [
    { code: 'force', label: 'Force' },
    { code: 'firearm', label: 'Firearm discharge' },
    { code: 'rights', label: 'Civil rights' },
    { code: 'conduct', label: 'Conduct' },
    { code: 'procedure', label: 'Procedure and notice' },
  ],
  allegations: Object.entries(categories).flatMap(([group, labels]) =>
    labels.map((label) => ({
      code: label
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '_')
        .replace(/_$/, ''),
      label,
      group,
    })),
  ),
  classifications: [
    { code: 'complaint_register', label: 'Complaint register', track: 'investigation' },
    { code: 'information_complaint', label: 'Information/complaint', track: 'contact_log' },
    { code: 'notification', label: 'Notification', track: 'investigation' },
    { code: 'miscellaneous', label: 'Miscellaneous', track: 'contact_log' },
    { code: 'mediation', label: 'Mediation', track: 'mediation' },
  ],
  findings: [
    { code: 'sustained', label: 'Sustained', genericClass: 'sustained' },
    { code: 'not_sustained', label: 'Not sustained', genericClass: 'not_sustained' },
    { code: 'exonerated', label: 'Exonerated', genericClass: 'exonerated' },
    { code: 'unfounded', label: 'Unfounded', genericClass: 'unfounded' },
    { code: 'within_policy', label: 'Within policy, officer-involved shooting', genericClass: 'exonerated' },
    { code: 'no_affidavit', label: 'No affidavit', genericClass: 'no_finding' },
    { code: 'administratively_closed', label: 'Administratively closed', genericClass: 'no_finding' },
    { code: 'administratively_terminated', label: 'Administratively terminated', genericClass: 'no_finding' },
    { code: 'no_finding', label: 'No finding', genericClass: 'no_finding' },
    { code: 'mediated', label: 'Mediated', genericClass: 'mediated' },
    { code: 'more_investigation', label: 'Additional investigation requested', genericClass: 'pending' },
  ],
  disciplines: [
    { code: 'violation_noted', label: 'Violation noted', takesDays: false },
    { code: 'reprimand', label: 'Reprimand', takesDays: false },
    { code: 'suspension', label: 'Suspension', takesDays: true },
    { code: 'suspension_over_30_days', label: 'Suspended over 30 days', takesDays: false },
    { code: 'separation', label: 'Separation', takesDays: false },
    { code: 'none', label: 'No action taken', takesDays: false },
  ],
  clocks: { chiefAnswerDays: 60 },
  meetings: {
    noticeHours: { regular: 48, special: 48, emergency: 1 },
    closedSessionGrounds: [{ code: '120/2(c)(1)', label: 'Personnel (5 ILCS 120/2(c)(1))' }],
  },
  standardsOfProof: genericCasework.standardsOfProof,
  deadlines: {
    calendar: genericCasework.deadlines.calendar,
    rules: [copaNotice, copaVideo, copaEighteenMonths],
  },
};
