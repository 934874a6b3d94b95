import type { ComplaintStatus } from './complaint-status.js';
import type { StaffStage } from './finding-stage.js';

/** The status in which each stage finds: the supervisor reviews what the investigator has drafted. */
export const FINDS_IN: Record<StaffStage, ComplaintStatus> = {
  department: 'investigating',
  investigator: 'investigating',
  supervisor: 'findings_drafted',
};

/** Why this person may not record a finding at this stage; null is a yes. */
export function findingRefused(stage: StaffStage, person: { assigned: boolean; supervisor: boolean }): string | null {
  if (stage === 'investigator' && !person.assigned)
    return 'An investigator finding is recorded by whom the case is assigned to.';
  if (stage === 'department' && !person.assigned && !person.supervisor)
    return 'What the department found is written down by whom the case is assigned to, or by a supervisor.';
  if (stage === 'supervisor' && !person.supervisor) return 'A supervisor finding is recorded by a supervisor.';
  return null;
}
