import { STAFF_ROLES, type StaffRole } from '../../shared/actor.js';
import { glass, glassPermissions } from './glass-permissions.js';
import { any, assigned, type Grant, type Grantee, mediating, onPanel } from './grant.js';
import { oversightPermissions } from './oversight-permissions.js';

export type { Grant, Grantee, Relation } from './grant.js';

/**
 * Who may do what: the only place where it is said. A department acts on its own reports and a complainant on their own
 * case alone, by what they signed in with. Recusal is not a grant but a wall: the database hides the case from the person.
 */
export const permissions = {
  'session.end': any(...STAFF_ROLES),
  'account.change': any(...STAFF_ROLES),
  'session.read': any(...STAFF_ROLES),

  'work.read': any(...STAFF_ROLES),

  'staff.register': any('administrator'),
  'staff.administer': any('administrator'),
  'department.register': any('administrator'),
  'department.issue-key': any('administrator'),

  'charter.enact': any('administrator', 'director'),

  'complaint.list': any('intake', 'investigator', 'supervisor', 'clerk', 'director', 'auditor'),
  'complaint.export': any('supervisor', 'director', 'auditor'),
  // Who may list cases may keep the question, be told of new answers, and take away what their own search finds.
  'saved-search.use': any('intake', 'investigator', 'supervisor', 'clerk', 'director', 'auditor'),
  'complaint.read': [
    ...any('intake', 'supervisor', 'clerk', 'director', 'auditor'),
    ...assigned('investigator'),
    ...onPanel('board_member'),
    ...glass(),
  ],
  // What was told, without who is shielded. The identity itself no glass opens: that has two people of its own.
  'complaint.read-texts': [...any('intake', 'supervisor'), ...assigned('investigator'), ...glass()],
  'complaint.read-identity': [...any('intake', 'supervisor'), ...assigned('investigator')],
  'complaint.read-history': any('supervisor', 'director', 'auditor'),
  'complaint.take-in': any('intake', 'supervisor'),
  'complaint.screen': any('intake', 'supervisor'),
  'complaint.review-decline': any('supervisor'),
  'complaint.refer': any('intake', 'supervisor'),
  'complaint.classify': any('intake', 'supervisor'),
  'complaint.link': [...any('intake', 'supervisor'), ...assigned('investigator')],
  'complaint.read-caseload': any('supervisor', 'director'),
  'complaint.assign': any('supervisor', 'director'),
  'complaint.read-assignments': [...any('supervisor', 'director', 'auditor'), ...assigned('investigator'), ...glass()],
  'complaint.work': [...any('supervisor'), ...assigned('investigator')],
  'complaint.record-finding': [...any('supervisor'), ...assigned('investigator')],
  'complaint.send-to-board': any('supervisor', 'director'),
  'complaint.close': any('supervisor', 'director'),
  'complaint.reopen': any('supervisor', 'director'),
  'complaint.hold': any('supervisor', 'records', 'director'),
  // Who may see a sealed case is said once more in the database: redress.sees_sealed() in migration 0025.
  'complaint.seal': any('records', 'director'),
  'complaint.ask-expungement': any('records', 'director'),
  'complaint.decide-expungement': any('records', 'director'),
  'complaint.dispose': any('records', 'director'),
  'complaint.follow': any('complainant'),
  'complaint.record-intake': [...any('intake', 'supervisor'), ...assigned('investigator')],
  'affidavit.override': any('supervisor'),

  'message.exchange': [...any('intake', 'supervisor'), ...assigned('investigator')],
  'message.list': any('intake', 'investigator', 'supervisor'),

  ...glassPermissions,

  // Who asks for a shielded identity never decides on it: two people, by rule and by constraint.
  'identity.request': [...any('intake', 'supervisor'), ...assigned('investigator')],
  'identity.decide': any('supervisor', 'director'),
  'identity.read-requests': [...any('supervisor', 'director'), ...assigned('investigator')],

  'investigation.read': [...any('supervisor', 'director'), ...assigned('investigator'), ...glass()],
  'investigation.work': [...any('supervisor'), ...assigned('investigator')],
  'investigation.review': any('supervisor', 'director'),
  'investigation.issue-subpoena': any('supervisor', 'director'),
  'task.list-own': any('investigator', 'supervisor', 'intake', 'director'),

  'mediation.offer': any('supervisor', 'director'),
  'mediation.read': [
    ...any('supervisor', 'director', 'auditor'),
    ...assigned('investigator'),
    ...mediating('mediator'),
  ],
  'mediation.record': [...any('supervisor'), ...mediating('mediator')],

  'letter.write': [...any('intake', 'supervisor'), ...assigned('investigator')],
  'letter.read': [...any('intake', 'supervisor'), ...assigned('investigator')],

  'deadline.list': any('intake', 'supervisor', 'director', 'auditor'),
  'deadline.note-event': [...any('intake', 'supervisor'), ...assigned('investigator')],
  'deadline.toll': any('supervisor', 'director'),
  'deadline.extend': any('supervisor', 'director'),

  'evidence.add': [...any('intake', 'supervisor'), ...assigned('investigator')],
  'evidence.read': [
    ...any('supervisor', 'director', 'auditor'),
    ...assigned('investigator'),
    ...onPanel('board_member'),
    ...glass(),
  ],
  'evidence.verify': [...any('supervisor', 'director', 'auditor'), ...assigned('investigator')],
  'evidence.transfer': [...any('supervisor'), ...assigned('investigator')],

  'conflict.declare': any(
    'intake',
    'investigator',
    'supervisor',
    'clerk',
    'board_member',
    'records',
    'director',
    'auditor',
  ),
  'conflict.decide': any('supervisor'),

  'officer.register': any('intake', 'supervisor', 'administrator'),
  'officer.read': any('intake', 'investigator', 'supervisor', 'director', 'auditor'),

  'meeting.read': any('clerk', 'board_member', 'supervisor', 'director', 'auditor'),
  'meeting.schedule': any('clerk'),
  'meeting.run': any('clerk'),
  'board.seat-member': any('clerk', 'administrator'),
  'panel.appoint': any('clerk'),
  'panel.check-draw': [...any('clerk', 'supervisor', 'director', 'auditor'), ...onPanel('board_member')],
  'minutes.read': any('clerk', 'board_member', 'supervisor', 'director', 'auditor'),
  'minutes.keep': any('clerk'),
  'public-comment.record': any('clerk'),
  'recusal.declare': any(
    'intake',
    'investigator',
    'supervisor',
    'clerk',
    'board_member',
    'records',
    'director',
    'auditor',
  ),
  'motion.move': any('clerk'),
  'motion.read': any('clerk', 'board_member', 'supervisor', 'director', 'auditor'),
  'vote.cast': any('board_member'),
  'motion.decide': any('clerk'),
  'opinion.file': any('board_member'),
  'opinion.publish': any('clerk'),
  'recommendation.send': any('clerk', 'director'),
  'recommendation.read': any('clerk', 'board_member', 'supervisor', 'director', 'auditor'),
  'chief-answer.record': any('clerk', 'director'),
  'after-vote.record': any('clerk', 'director'),
  'reconsideration.take-down': any('intake', 'supervisor', 'clerk', 'director'),

  ...oversightPermissions,

  'use-of-force.submit': any('department'),
  'use-of-force.amend': any('department'),
  'use-of-force.read-own': any('department'),
  'use-of-force.draft': any('department'),
  'use-of-force.map': any('department'),
  'use-of-force.read-notices': any('department'),
  'use-of-force.read-calendar': any('department', 'supervisor', 'director', 'auditor'),
  'use-of-force.read-pending': any('department', 'supervisor', 'director', 'auditor'),
  'use-of-force.assign-ori': any('administrator'),
  'use-of-force.read': any('supervisor', 'director', 'auditor'),
  'use-of-force.review': any('supervisor', 'director'),
  'use-of-force.transmit': any('department', 'supervisor', 'records', 'director'),
  'use-of-force.read-transmissions': any('department', 'supervisor', 'records', 'director', 'auditor'),

  'force-referral.read': any('intake', 'supervisor', 'clerk', 'director', 'auditor'),
  'force-referral.open-case': any('intake', 'supervisor', 'director'),

  'denominator.tell': any('department', 'records', 'director', 'administrator'),

  'public-summary.draft': [...any('supervisor', 'records'), ...assigned('investigator')],
  'public-summary.read': [...any('supervisor', 'records', 'director', 'auditor'), ...assigned('investigator')],
  'public-summary.list': any('supervisor', 'records', 'director', 'auditor'),
  'public-summary.approve': any('supervisor', 'records', 'director'),
  'public-summary.withdraw': any('supervisor', 'records', 'director'),

  'release.request': any('records', 'director'),
  'release.read': any('records', 'director', 'auditor'),
  'release.verify': any('records', 'director', 'auditor'),
  'release.approve': any('records', 'director'),
  'release.publish': any('records', 'director'),
  'release.withdraw': any('records', 'director'),

  'board-report.preview': any('clerk', 'board_member', 'records', 'director', 'auditor'),
  'board-report.publish': any('clerk', 'director'),
} satisfies Record<string, Grant[]>;

export type Permission = keyof typeof permissions;

/** The grants of a permission that this person holds by role; an empty list is a no. */
export function grantsHeld(permission: Permission, grantees: readonly Grantee[]): Grant[] {
  return permissions[permission].filter((grant) => grantees.includes(grant.to));
}

/** Whether one of these roles holds it in every case, without a relation to it. */
export function holdsEverywhere(permission: Permission, roles: readonly StaffRole[]): boolean {
  return grantsHeld(permission, roles).some(({ relation }) => relation === 'any');
}
