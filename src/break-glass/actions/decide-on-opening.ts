import { Injectable } from '@nestjs/common';
import { charterById } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { decideOpening, holdOpening, wordsPlace } from '../records/opening.store.js';
import { decisionRefused } from '../rules/opening-refusals.js';
import { refuse } from './refuse.js';

export interface OpeningDecision {
  approved: boolean;
  /** Sealed */
  reason: string;
}

/** Another person who sees the case opens it to who asked, for the hours that they asked for, or does not. */
@Injectable()
export class DecideOnOpening {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /**
   * @throws NotFound, RuleBroken glass-own, glass-not-yours (403), glass-over, glass-recused, glass-open-already (409),
   *   case-unreadable (410)
   */
  async run(
    actor: ActorOf<'staff'>,
    openingId: string,
    { approved, reason }: OpeningDecision,
  ): Promise<{ approved: boolean; openUntil: Date | null }> {
    const { jurisdictionId, staffId, roles } = actor;
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const opening = await holdOpening(manager, openingId);
      if (!opening) throw new NotFound();
      const { complaintId, askedBy, hours } = opening;
      const terms = (await charterById(manager, opening.charterId)).document.breakGlass;
      refuse(decisionRefused(opening, { staffId, roles, approved, terms }));
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const decisionCipher = key.seal(wordsPlace('decision_cipher', openingId), reason);
      const decision = approved ? ('approved' as const) : ('refused' as const);
      const openUntil = await decideOpening(manager, openingId, { decision, decisionCipher, decidedBy: staffId });
      const subject = { kind: 'glass-opening', id: openingId };
      const details = { approved, askedBy, hours };
      await recordHistory(manager, { actor, action: 'glass.decide', subject, complaintId, details, at });
      return { approved, openUntil };
    });
  }
}
