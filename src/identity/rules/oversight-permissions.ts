import { STAFF_ROLES } from '../../shared/actor.js';
import { any, type Grant } from './grant.js';

/** Who may do what beyond single cases: policy, audits of internal affairs, serious incidents. */
export const oversightPermissions = {
  // What is written for the public is published by somebody else: refused by the database too (RD046).
  'policy-recommendation.write': any('clerk', 'director'),
  'policy-recommendation.read': any('clerk', 'board_member', 'supervisor', 'records', 'director', 'auditor'),
  'policy-recommendation.publish': any('clerk', 'records', 'director'),

  'affairs-audit.plan': any('auditor', 'director'),
  'affairs-audit.read': any('auditor', 'supervisor', 'director'),
  'affairs-audit.review': any('auditor', 'supervisor'),
  'affairs-audit.record-response': any('auditor', 'clerk', 'director'),

  // Whoever takes part sits on the team: the database has nothing of a compartment for anybody else (migration 0043).
  // Nobody puts themself on a team, so there are two who may convene one.
  'incident-review.convene': any('clerk', 'director'),
  'incident-review.read': any('clerk', 'supervisor', 'director', 'auditor'),
  'incident-review.take-part': any(...STAFF_ROLES),
} satisfies Record<string, Grant[]>;
