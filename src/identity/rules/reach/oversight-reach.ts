import type { Reacher, TableReach } from './reach.js';

const POLICY: readonly Reacher[] = ['policy-recommendation.read'];
const AUDIT: readonly Reacher[] = ['affairs-audit.read', 'affairs-audit.record-response'];
// Whoever sits on a team is of any role. What is privileged has a wall of its own (migration 0043): the team's.
const INCIDENT: readonly Reacher[] = ['incident-review.read', 'incident-review.take-part'];

/** Oversight beyond single cases, where its rows belong to one: policy, audits of internal affairs, serious incidents. */
export const oversightReach = {
  policy_basis: { read: POLICY, write: ['policy-recommendation.write', 'incident-review.take-part'] },
  policy_step: { read: POLICY, write: ['policy-recommendation.write'] },
  policy_public_text: { read: POLICY, write: ['policy-recommendation.write'] },
  policy_publication: { read: POLICY, write: ['policy-recommendation.publish'] },

  audit_file: { read: AUDIT, write: ['affairs-audit.plan'] },
  audit_review: { read: AUDIT, write: ['affairs-audit.review'] },
  audit_answer: { read: AUDIT, write: ['affairs-audit.review'] },
  audit_request: { read: AUDIT, write: ['affairs-audit.review'] },
  audit_response: { read: AUDIT, write: ['affairs-audit.record-response'] },

  incident_review: { read: INCIDENT, write: ['incident-review.convene', 'incident-review.take-part'] },
  incident_team: { read: INCIDENT, write: ['incident-review.convene'] },
  incident_topic: { read: INCIDENT, write: ['incident-review.convene'] },
  incident_compartment: { read: INCIDENT, write: ['incident-review.take-part'] },
  incident_material: { read: INCIDENT, write: ['incident-review.take-part'] },
  incident_finding: { read: INCIDENT, write: ['incident-review.take-part'] },
  incident_recommendation: { read: INCIDENT, write: ['incident-review.take-part'] },
} satisfies Record<string, TableReach>;
