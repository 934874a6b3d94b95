import { Injectable } from '@nestjs/common';
import { workOnComplaint } from '../../complaint/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { insertAnswer, reviewsOf } from '../records/review.store.js';
import { UNDER_WAY } from '../rules/under-way.js';

/** A point of the supervisor's is answered: what was done about it, or why not. */
@Injectable()
export class AnswerPoint {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken point-answered, status-forbids (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, pointId: string, text: string): Promise<void> {
    const { jurisdictionId, staffId: by } = actor;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, UNDER_WAY);
      const points = (await reviewsOf(manager, complaintId)).flatMap((review) => review.points);
      if (!points.some((point) => point.pointId === pointId)) throw new NotFound();
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const textCipher = key.seal({ table: 'review_answer', column: 'text_cipher', rowId: pointId }, text);
      if (!(await insertAnswer(manager, { pointId, textCipher }, { jurisdictionId, complaintId, by, at })))
        throw new RuleBroken('point-answered', 'This point has an answer already: read the reviews anew.');
      const subject = { kind: 'review-point', id: pointId };
      await recordHistory(manager, { actor, action: 'investigation.answer-point', subject, complaintId, at });
    });
  }
}
