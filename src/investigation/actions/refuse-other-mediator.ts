import { NotFound } from '../../platform/errors/rule-broken.js';
import type { ActorOf } from '../../shared/actor.js';
import type { Mediation } from '../records/mediation.store.js';

/** Of two mediations in one case each mediator knows their own alone. @throws NotFound */
export function refuseOtherMediator({ staffId, roles }: ActorOf<'staff'>, { mediatorId }: Mediation): void {
  if (!roles.includes('supervisor') && mediatorId !== staffId) throw new NotFound();
}
