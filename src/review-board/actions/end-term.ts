import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { endOffices } from '../records/board-officer.store.js';
import { lockBoard, shortenTerm } from '../records/board.store.js';

export const TERM_ENDS = ['resigned', 'removed', 'died', 'moved_away', 'disqualified'] as const;

export interface TermEnd {
  boardId: string;
  memberId: string;
  /** YYYY-MM-DD; the seat is vacant from the day after */
  lastDay: string;
  reason: (typeof TERM_ENDS)[number];
}

/** A term ends before its time, and with it whatever office the member held. */
@Injectable()
export class EndTerm {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken outside-term (422) */
  async run(actor: Actor, end: TermEnd): Promise<void> {
    const { boardId, memberId, lastDay, reason } = end;
    await this.database.transaction(actor, async (manager) => {
      if (!(await lockBoard(manager, boardId))) throw new NotFound();
      if (!(await shortenTerm(manager, end)))
        throw new RuleBroken('outside-term', 'The last day lies in the term of a member of this board.', 422);
      await endOffices(manager, memberId, lastDay);
      const subject = { kind: 'board-member', id: memberId };
      const details = { board: boardId, lastDay, reason };
      await recordHistory(manager, { actor, action: 'board.end-term', subject, details, at: this.clock.now() });
    });
  }
}
