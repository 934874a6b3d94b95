import { type CharterDocument, termOf } from '../../charter/index.js';
import { type Fault, faultIf, termFaults } from '../../complaint/index.js';
import type { WorkKind, WorkStatus } from './work-moves.js';

export interface WorkStep {
  to: WorkStatus;
  /** ISO date */
  on: string;
  /** Result, summary, ground: what is to be known of the step */
  text?: string | undefined;
  /** Where the recording lies, when it is no evidence of the case */
  recording?: string | undefined;
  recordingEvidenceId?: string | undefined;
  warning?: string | undefined;
  warningAcknowledged?: boolean | undefined;
  representativePresent?: boolean | undefined;
}

/** Steps that say nothing without words: what came of it, or why not. */
const NEEDS_TEXT: Readonly<Record<WorkKind, readonly WorkStatus[]>> = {
  task: ['done', 'cancelled'],
  interview: ['held', 'refused', 'cancelled'],
  records_request: ['partly_received', 'refused', 'withdrawn'],
  subpoena: ['complied', 'defied', 'quashed', 'withdrawn'],
};

/** The word of the charter for a statement that an officer must give. */
const COMPELLED = 'compelled';

/** What is wrong with a step, given what it is a step of. */
export function workStepFaults(
  step: WorkStep,
  { kind, ofOfficer, today, charter }: { kind: WorkKind; ofOfficer: boolean; today: string; charter: CharterDocument },
): Fault[] {
  const { to, on, text, warning, warningAcknowledged, representativePresent } = step;
  const warnings = charter.investigation.interviewWarnings;
  const held = kind === 'interview' && to === 'held';
  const ofInterview = [warning, warningAcknowledged, representativePresent, step.recording, step.recordingEvidenceId];
  const compelled = warning === COMPELLED;
  const mayCompel = termOf(charter.agency.powers, 'compel_statements') !== null;
  return [
    // A day that was agreed lies ahead; everything else has happened.
    ...faultIf(to !== 'scheduled' && on > today, '/on', 'day-ahead', 'What happened did so today at the latest.'),
    ...faultIf(
      NEEDS_TEXT[kind].includes(to) && text === undefined,
      '/text',
      'words-missing',
      `Say in text what came of it: it became ${to}.`,
    ),
    ...faultIf(
      !held && ofInterview.some((each) => each !== undefined),
      '/to',
      'not-held',
      'Warning, representative and recording are told when an interview was held.',
    ),
    ...faultIf(
      held && ofOfficer && warning === undefined,
      '/warning',
      'warning-missing',
      "An officer's statement is taken under a warning of the charter.",
    ),
    ...faultIf(
      held && representativePresent === undefined,
      '/representativePresent',
      'representative-unsaid',
      'Say whether a representative was there.',
    ),
    ...termFaults('/warning', warnings, warning),
    ...faultIf(
      warning !== undefined && warningAcknowledged === undefined,
      '/warningAcknowledged',
      'acknowledgement-unsaid',
      'Say whether the warning was acknowledged.',
    ),
    ...faultIf(
      compelled && warningAcknowledged === false,
      '/warningAcknowledged',
      'not-acknowledged',
      'A statement is not compelled from somebody who has not acknowledged the warning.',
    ),
    ...faultIf(
      compelled && (!ofOfficer || !mayCompel),
      '/warning',
      'cannot-compel',
      'Only an officer can be compelled, by an agency whose charter gives it that power.',
    ),
  ];
}
