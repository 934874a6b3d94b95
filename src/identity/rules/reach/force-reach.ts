import type { Reacher, TableReach } from './reach.js';

/** That there is such a report, how far it has come and where it went. */
const REPORTS: readonly Reacher[] = [
  'use-of-force.read',
  'use-of-force.read-calendar',
  'use-of-force.read-pending',
  'use-of-force.read-transmissions',
  'use-of-force.review',
  'use-of-force.transmit',
  'force-referral.read',
  'force-referral.open-case',
  'complaint.link',
];
/** What stands in it: who was there, and what was done to whom. */
const CONTENTS: readonly Reacher[] = [
  'use-of-force.read',
  'use-of-force.review',
  'use-of-force.transmit',
  'force-referral.open-case',
];
const SENT: readonly Reacher[] = ['use-of-force.transmit', 'use-of-force.read-transmissions'];
/** How departments report is published by who builds releases. */
const COUNTED: readonly Reacher[] = [...REPORTS, 'release.read'];

/** Reports of force: departments write them, and are nobody of the staff. */
export const forceReach = {
  use_of_force_report: { read: COUNTED, write: ['use-of-force.review'] },
  use_of_force_subject: { read: CONTENTS, write: [] },
  use_of_force_officer: { read: CONTENTS, write: [] },
  force_application: { read: CONTENTS, write: [] },
  use_of_force_amendment: { read: CONTENTS, write: [] },
  use_of_force_former_submission: { read: CONTENTS, write: [] },
  use_of_force_review: { read: REPORTS, write: ['use-of-force.review'] },
  use_of_force_measure: { read: COUNTED, write: [] },
  zero_report: { read: COUNTED, write: [] },
  reporting_ori: { read: [...COUNTED, 'use-of-force.assign-ori'], write: ['use-of-force.assign-ori'] },
  denominator: { read: [...COUNTED, 'denominator.tell'], write: ['denominator.tell'] },
  use_of_force_transmission: { read: SENT, write: ['use-of-force.transmit'] },
  use_of_force_transmitted: { read: SENT, write: ['use-of-force.transmit'] },
  use_of_force_acknowledgement: { read: SENT, write: ['use-of-force.transmit'] },
  // The rules that reports are held to are public.
  use_of_force_profile: { read: 'everyone', write: ['charter.enact'] },
  // Between a department and us, as it signs in.
  use_of_force_draft: { read: [], write: [] },
  use_of_force_mapping: { read: [], write: [] },
  use_of_force_reject: { read: [], write: [] },
  use_of_force_submission: { read: [], write: [] },
  department_notice: { read: [], write: [] },
  receipt_key: { read: [], write: [] },
} satisfies Record<string, TableReach>;
