import type { EntityManager } from 'typeorm';
import { type CharterDocument, jurisdictionDay, termOf } from '../../charter/index.js';
import { noteCaseEvent } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import type { ActorOf } from '../../shared/actor.js';
import type { CaseKey } from '../../vault/index.js';
import { isOpenAgain } from '../records/closing.store.js';
import { insertReferral } from '../records/referral.store.js';
import { insertScreening } from '../records/screening.store.js';
import { dayAfter } from '../../shared/day-after.js';
import { type ScreeningGiven, screeningFaults } from '../rules/screening-decision.js';
import { recordEarlyEnd } from './record-end.js';
import { refuseFaults } from './refuse-faults.js';

export interface ScreeningToRecord {
  complaintId: string;
  charter: CharterDocument;
  key: CaseKey;
  given: ScreeningGiven;
  /** The decision that a second look takes the place of */
  supersedes: string | null;
  at: Date;
}

const END = { decline: 'declined', refer: 'referred' } as const;

/**
 * Writes down a decision at the door with its tests, the referral that it makes and the day until which it may be
 * appealed. @throws RuleBroken invalid (422), override-not-yours (403)
 */
export async function recordScreening(
  manager: EntityManager,
  actor: ActorOf<'staff'>,
  { complaintId, charter, key, given, supersedes, at }: ScreeningToRecord,
): Promise<void> {
  const { jurisdictionId, staffId: decidedBy } = actor;
  const { decision, reason, reasonCode, body, override = false, tests = [] } = given;
  refuseFaults(screeningFaults(given, charter.screening));
  if (override && !actor.roles.includes('supervisor'))
    throw new RuleBroken('override-not-yours', 'Only a supervisor accepts a case against a test.', 403);
  const id = newId();
  const today = await jurisdictionDay(manager, jurisdictionId, at);
  const { appealDays, referralBodies } = charter.screening;
  const named = given.referredTo?.trim() ?? (body === undefined ? null : (termOf(referralBodies, body)?.label ?? body));
  await insertScreening(manager, {
    ...{ jurisdictionId, id, complaintId, decision, decidedBy, decidedAt: at, supersedes, tests },
    ...{ referredTo: named, reasonCode: reasonCode ?? null, overridden: override },
    reasonCipher: key.sealGiven({ table: 'screening', column: 'reason_cipher', rowId: id }, reason),
    appealUntil: decision === 'decline' && appealDays !== null ? dayAfter(today, appealDays) : null,
  });
  if (named !== null) {
    const referralId = newId();
    const sentCipher = key.seal({ table: 'referral', column: 'sent_cipher', rowId: referralId }, '[]');
    const sent = { body: body ?? null, bodyName: named, sentCipher, sentOn: today };
    await insertReferral(manager, { jurisdictionId, id: referralId, complaintId, ...sent, recordedBy: decidedBy, at });
  }
  if (decision !== 'accept')
    await recordEarlyEnd(manager, charter, { jurisdictionId, complaintId, endedAs: END[decision], by: decidedBy, at });
  else if (supersedes !== null) await isOpenAgain(manager, complaintId);
  if (decision === 'accept')
    await noteCaseEvent(manager, { jurisdictionId, complaintId, event: 'accepted', recordedBy: decidedBy, at });
  const subject = { kind: 'screening', id };
  const details = { decision, reasonCode: reasonCode ?? null, overridden: override, supersedes };
  const action = supersedes === null ? 'complaint.screen' : 'complaint.review-decline';
  await recordHistory(manager, { actor, action, subject, complaintId, details, at });
}
