import { FILE } from './case-reach.js';
import { only, type TableReach } from './reach.js';

/** What is done about a case: the investigation, mediation, letters, evidence, and what the public is told of it. */
export const workReach = {
  work_item: {
    own: 'assigned_to',
    read: ['investigation.read', ...only('own', 'task.list-own')],
    write: ['investigation.work', 'investigation.issue-subpoena'],
  },
  work_step: { read: ['investigation.read'], write: ['investigation.work', 'investigation.issue-subpoena'] },
  investigation_plan: { read: ['investigation.read'], write: ['investigation.work'] },
  plan_approval: { read: ['investigation.read'], write: ['investigation.review'] },
  diary_note: { read: ['investigation.read'], write: ['investigation.work'] },
  supervisor_review: { read: ['investigation.read'], write: ['investigation.review'] },
  review_point: { read: ['investigation.read'], write: ['investigation.review'] },
  review_answer: { read: ['investigation.read'], write: ['investigation.work'] },
  mediation: { read: ['mediation.read'], write: ['mediation.offer', 'mediation.record'] },
  mediation_answer: { read: ['mediation.read'], write: ['mediation.offer'] },
  mediation_session: { read: ['mediation.read'], write: ['mediation.record'] },
  letter: { read: ['letter.read'], write: ['letter.write'] },
  letter_step: { read: ['letter.read'], write: ['letter.write'] },

  evidence_upload: { read: ['evidence.add'], write: ['evidence.add'] },
  evidence_item: {
    read: ['evidence.add', 'evidence.read', 'evidence.verify', 'policy-recommendation.write'],
    write: ['evidence.add', 'evidence.transfer'],
  },
  evidence_file: { read: ['evidence.add', 'evidence.read', 'evidence.verify'], write: ['evidence.add'] },
  // Copies are made by the system's own jobs.
  evidence_copy: { read: ['evidence.add', 'evidence.read', 'evidence.verify'], write: [] },
  evidence_scan: { read: ['evidence.add', 'evidence.read', 'evidence.verify'], write: ['evidence.add'] },
  evidence_check: { read: ['evidence.verify'], write: ['evidence.read', 'evidence.verify'] },
  evidence_access: { read: ['evidence.verify'], write: ['evidence.read', 'evidence.verify'] },
  custody_transfer: { read: ['evidence.read', 'evidence.verify'], write: ['evidence.transfer', 'evidence.add'] },

  public_summary: {
    read: ['public-summary.read'],
    write: ['public-summary.draft', 'public-summary.approve', 'public-summary.withdraw'],
  },
  public_summary_revision: { read: ['public-summary.read'], write: ['public-summary.draft'] },
  public_summary_kept_hit: { read: ['public-summary.read'], write: ['public-summary.draft'] },
  public_summary_approval: { read: ['public-summary.read'], write: ['public-summary.approve'] },

  use_of_force_referral: {
    read: ['force-referral.read', 'use-of-force.read', 'meeting.schedule'],
    write: ['use-of-force.review', 'force-referral.open-case', 'meeting.schedule'],
  },
  use_of_force_link: {
    read: [...FILE, 'use-of-force.read'],
    write: ['complaint.link', 'force-referral.open-case', 'use-of-force.review'],
  },
} satisfies Record<string, TableReach>;
