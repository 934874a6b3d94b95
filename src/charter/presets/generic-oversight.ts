import type { OversightTerms } from '../rules/oversight-terms.js';

/**
 * In the field's common words: NACOLE's principles want timely written answers to recommendations of policy; the checklist is
 * after texts of Eugene, Portland and Columbia; the team after action item 2.2.6 of the Task Force on 21st Century Policing
 * (sworn staff and members of the community).
 */
export const genericOversight: OversightTerms = {
  policyTracker: {
    kinds: [
      { code: 'policy', label: 'Policy' },
      { code: 'training', label: 'Training' },
      { code: 'supervision', label: 'Supervision' },
      { code: 'equipment', label: 'Equipment' },
      { code: 'data', label: 'Records and data' },
    ],
    answerDays: 60,
    authority: 'Common practice; 60 days: unconfirmed for any one place',
  },
  affairsAudit: {
    checklist: [
      { code: 'all_interviewed', label: 'Everybody who could tell of it was interviewed' },
      { code: 'video_watched', label: 'All video was obtained and watched' },
      { code: 'no_leading_questions', label: 'Questions were open, not leading' },
      { code: 'allegations_complete', label: 'Every allegation was named and dealt with' },
      { code: 'findings_fit_evidence', label: 'The findings fit the evidence' },
      { code: 'on_time', label: 'It was done in time' },
    ],
    answerDays: 30,
    authority: 'Common practice; 30 days: unconfirmed for any one place',
  },
  incidentReview: {
    roles: [
      { code: 'chair', label: 'Chair', needed: true },
      { code: 'sworn', label: 'Sworn officer of another unit', needed: true },
      { code: 'community', label: 'Member of the community', needed: true },
      { code: 'training', label: 'Training', needed: false },
      { code: 'tactics', label: 'Tactics', needed: false },
      { code: 'legal', label: 'Law', needed: false },
      { code: 'medical', label: 'Medicine', needed: false },
      { code: 'mental_health', label: 'Mental health', needed: false },
    ],
    topics: [
      { code: 'policy', label: 'Policy' },
      { code: 'training', label: 'Training' },
      { code: 'tactics', label: 'Tactics and decisions' },
      { code: 'supervision', label: 'Supervision and command' },
      { code: 'communication', label: 'Dispatch and communication' },
      { code: 'medical_aid', label: 'Medical aid' },
      { code: 'equipment', label: 'Equipment' },
    ],
    authority:
      'Task Force on 21st Century Policing, action item 2.2.6; roles and topics: unconfirmed for any one place',
  },
};
