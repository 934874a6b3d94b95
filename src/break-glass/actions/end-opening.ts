import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { endAnothers, endOwn, type Ended } from '../records/opening-end.store.js';

/** Before its hours are over: by who asked, who approved, or a director. Who asked takes an unanswered ask back so, too. */
@Injectable()
export class EndOpening {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken glass-over (409) */
  async run(actor: ActorOf<'staff'>, openingId: string): Promise<void> {
    const { jurisdictionId, staffId, roles } = actor;
    const own = await this.database.transaction({ jurisdictionId }, async (manager) =>
      this.noted(manager, actor, openingId, await endOwn(manager, openingId, staffId)),
    );
    const isDirector = roles.includes('director');
    const ended =
      own ??
      (await this.database.transaction(actor, async (manager) =>
        this.noted(manager, actor, openingId, await endAnothers(manager, openingId, { staffId, isDirector })),
      ));
    if (!ended) throw new NotFound();
    if (!ended.ended) throw new RuleBroken('glass-over', 'It is over already, or lapsed: there is nothing to end.');
  }

  private async noted(
    manager: EntityManager,
    actor: ActorOf<'staff'>,
    openingId: string,
    ended: Ended | null,
  ): Promise<Ended | null> {
    if (!ended?.ended) return ended;
    const entry = {
      actor,
      action: 'glass.end',
      subject: { kind: 'glass-opening', id: openingId },
      at: this.clock.now(),
    };
    const { complaintId } = ended;
    await recordHistory(manager, complaintId === null ? entry : { ...entry, complaintId });
    return ended;
  }
}
