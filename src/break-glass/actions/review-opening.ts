import { Injectable } from '@nestjs/common';
import { charterById } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { holdOpening, reviewOpening as writeReview, wordsPlace } from '../records/opening.store.js';
import { reviewRefused } from '../rules/opening-refusals.js';
import { refuse } from './refuse.js';

export interface OpeningReview {
  wasRight: boolean;
  /** Sealed */
  remarks: string;
}

/** When it is over a third person looks at what was asked, approved and read, and says whether it was right. */
@Injectable()
export class ReviewOpening {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken glass-own, glass-not-yours (403), glass-not-to-review (409), case-unreadable (410) */
  async run(actor: ActorOf<'staff'>, openingId: string, { wasRight, remarks }: OpeningReview): Promise<void> {
    const { jurisdictionId, staffId, roles } = actor;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const opening = await holdOpening(manager, openingId);
      if (!opening) throw new NotFound();
      const { complaintId } = opening;
      const terms = (await charterById(manager, opening.charterId)).document.breakGlass;
      refuse(reviewRefused(opening, { staffId, roles, terms }));
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const reviewCipher = key.seal(wordsPlace('review_cipher', openingId), remarks);
      const review = wasRight ? ('right' as const) : ('not_right' as const);
      await writeReview(manager, openingId, { review, reviewCipher, reviewedBy: staffId });
      const subject = { kind: 'glass-opening', id: openingId };
      await recordHistory(manager, { actor, action: 'glass.review', subject, complaintId, details: { wasRight }, at });
    });
  }
}
