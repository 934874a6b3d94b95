import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { insertSeat } from '../records/board-seat.store.js';
import { lockBoard } from '../records/board.store.js';

export interface NewSeat {
  /** E.g. `Seat 4`, `District 2` */
  label: string;
  appointingAuthority: string;
  /** Whoever holds it sits only in the place of a member who is recused or away */
  alternate: boolean;
  /** YYYY-MM-DD */
  establishedOn: string;
}

/** A seat is founded once, and filled or vacant from then on. */
@Injectable()
export class EstablishSeat {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken seat-known (409) */
  async run(actor: Actor, boardId: string, seat: NewSeat): Promise<{ id: string }> {
    const id = newId();
    await this.database.transaction(actor, async (manager) => {
      if (!(await lockBoard(manager, boardId))) throw new NotFound();
      if (!(await insertSeat(manager, { ...seat, jurisdictionId: actor.jurisdictionId, id, boardId })))
        throw new RuleBroken('seat-known', 'The board has a seat of this label already.');
      const subject = { kind: 'board-seat', id };
      const details = { board: boardId, alternate: seat.alternate };
      await recordHistory(manager, { actor, action: 'board.establish-seat', subject, details, at: this.clock.now() });
    });
    return { id };
  }
}
