import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { OfficeWords } from '../../vault/index.js';
import { lockCase } from '../records/case.store.js';
import { findOpinion, publishOpinion } from '../records/opinion.store.js';

/** The clerk has read it and tells the public. Of a closed item nothing is told but what the board reports out. */
@Injectable()
export class PublishOpinion {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
  ) {}

  /** @throws NotFound, RuleBroken opinion-not-public, opinion-published (409) */
  async run(actor: ActorOf<'staff'>, opinionId: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { complaintId } = await findOpinion(manager, opinionId);
      // To seal a case locks it too: what is sealed before this moment is not told, and after it is withheld again.
      if (complaintId !== null) await lockCase(manager, complaintId);
      const opinion = await findOpinion(manager, opinionId);
      if (opinion.closed || opinion.sealed)
        throw new RuleBroken('opinion-not-public', 'The item is closed, or its case is sealed: report out instead.');
      if (opinion.published) throw new RuleBroken('opinion-published', 'This is published already.');
      await publishOpinion(manager, this.words, opinion, { by: actor.staffId, at });
      await recordHistory(manager, {
        actor,
        action: 'opinion.publish',
        subject: { kind: 'opinion', id: opinionId },
        ...(complaintId === null ? {} : { complaintId }),
        at,
      });
    });
  }
}
