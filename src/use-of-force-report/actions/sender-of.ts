import type { ActorOf } from '../../shared/actor.js';
import type { Sender } from '../records/transmission.store.js';

/** Who sent it, as it is kept. */
export function senderOf(actor: ActorOf<'department'> | ActorOf<'staff'>): Sender {
  return actor.kind === 'department'
    ? { kind: 'department', id: actor.departmentId }
    : { kind: 'staff', id: actor.staffId };
}
