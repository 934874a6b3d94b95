import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { insertBoard } from '../records/board.store.js';

@Injectable()
export class FoundBoard {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken board-known (409) */
  async run(actor: Actor, board: { name: string }): Promise<{ id: string }> {
    const id = newId();
    await this.database.transaction(actor, async (manager) => {
      const inserted = await insertBoard(manager, { jurisdictionId: actor.jurisdictionId, id, name: board.name });
      if (!inserted) throw new RuleBroken('board-known', 'There is a board of this name already.');
      await recordHistory(manager, {
        actor,
        action: 'board.found',
        subject: { kind: 'board', id },
        at: this.clock.now(),
      });
    });
    return { id };
  }
}
