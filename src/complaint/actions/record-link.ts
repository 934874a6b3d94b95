import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../history/index.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import type { ActorOf } from '../../shared/actor.js';
import type { CaseKey, CaseVault } from '../../vault/index.js';
import { endLink, insertLink, type StandingLink } from '../records/link.store.js';
import { type HeldComplaint, workOnComplaint } from '../records/work-on-complaint.js';
import type { ComplaintStatus } from '../rules/complaint-status.js';
import { faultIf } from '../rules/fault.js';
import type { LinkKind } from '../rules/link-kind.js';
import { refuseFaults } from './refuse-faults.js';

export interface Pair {
  complaintId: string;
  other: string;
  /** Where what was sent names the other case, for the faults */
  path: string;
}

/**
 * Holds both cases, always in the same order: two who link the same two at once do not wait for each other for ever.
 * @throws NotFound, RuleBroken invalid (422), status-forbids (409)
 */
export async function holdBoth(
  manager: EntityManager,
  { complaintId, other, path }: Pair,
  { whileIn, otherIn }: { whileIn: readonly ComplaintStatus[]; otherIn: readonly ComplaintStatus[] },
): Promise<HeldComplaint> {
  refuseFaults(faultIf(other === complaintId, path, 'same-case', 'A case is not linked with itself.'));
  const held = new Map<string, HeldComplaint>();
  for (const id of [complaintId, other].sort()) {
    const found = await workOnComplaint(manager, id, id === complaintId ? whileIn : otherIn).catch((error: unknown) => {
      const hidden = error instanceof NotFound && id === other;
      refuseFaults(faultIf(hidden, path, 'no-such-case', 'There is no case with this id.'));
      throw error;
    });
    held.set(id, found);
  }
  const one = held.get(complaintId);
  if (!one) throw new NotFound();
  return one;
}

/** Two cases that are held belong together. Each one's history says so without naming the other. @throws RuleBroken linked-already (409) */
export async function recordLink(
  manager: EntityManager,
  actor: ActorOf<'staff'>,
  link: { complaintId: string; other: string; kind: LinkKind; reason: string; key: CaseKey; at: Date },
): Promise<string> {
  const { jurisdictionId, staffId: linkedBy } = actor;
  const { complaintId, other: linkedComplaintId, kind, reason, key, at } = link;
  const id = newId();
  const reasonCipher = key.seal({ table: 'case_link', column: 'reason_cipher', rowId: id }, reason);
  const row = { jurisdictionId, id, complaintId, linkedComplaintId, kind, reasonCipher, linkedBy, at };
  if (!(await insertLink(manager, row)))
    throw new RuleBroken('linked-already', 'The two are linked: end that link first.');
  for (const said of [complaintId, linkedComplaintId]) {
    const subject = { kind: 'case-link', id };
    await recordHistory(manager, {
      actor,
      action: 'complaint.link',
      subject,
      complaintId: said,
      details: { kind },
      at,
    });
  }
  return id;
}

/** A link that is held ends; why is sealed under the key of the case that it was said in. */
export async function recordUnlink(
  manager: EntityManager,
  actor: ActorOf<'staff'>,
  link: StandingLink,
  { vault, reason, at }: { vault: CaseVault; reason: string; at: Date },
): Promise<void> {
  const { id, complaintId, linkedComplaintId } = link;
  const key = await vault.open(manager, actor.jurisdictionId, complaintId);
  const reasonCipher = key.seal({ table: 'case_link', column: 'ended_reason_cipher', rowId: id }, reason);
  await endLink(manager, { id, reasonCipher, endedBy: actor.staffId, at });
  for (const said of [complaintId, linkedComplaintId]) {
    const subject = { kind: 'case-link', id };
    await recordHistory(manager, { actor, action: 'complaint.unlink', subject, complaintId: said, at });
  }
}
