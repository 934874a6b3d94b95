import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { type BoardOfficer, insertOfficer, officeIsHeld, sitsThrough } from '../records/board-officer.store.js';
import { lockBoard } from '../records/board.store.js';

export type NewOfficerOfBoard = Pick<BoardOfficer, 'memberId' | 'office' | 'from' | 'to'>;

/** Chair, vice chair, secretary: one at a time, for days within the member's own term. */
@Injectable()
export class ElectOfficer {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken term-backwards, outside-term (422), office-held (409) */
  async run(actor: Actor, boardId: string, officer: NewOfficerOfBoard): Promise<{ id: string }> {
    if (officer.to < officer.from) throw new RuleBroken('term-backwards', 'The term ends before it begins.', 422);
    const id = newId();
    const elected = { ...officer, jurisdictionId: actor.jurisdictionId, id, boardId };
    await this.database.transaction(actor, async (manager) => {
      if (!(await lockBoard(manager, boardId))) throw new NotFound();
      if (!(await sitsThrough(manager, elected)))
        throw new RuleBroken('outside-term', 'An office is held by a member, and in the days of their own term.', 422);
      if (await officeIsHeld(manager, elected))
        throw new RuleBroken('office-held', 'Somebody holds this office for a part of those days.');
      await insertOfficer(manager, elected);
      const { memberId: member, office, from, to } = officer;
      const details = { board: boardId, member, office, from, to };
      const subject = { kind: 'board-officer', id };
      await recordHistory(manager, { actor, action: 'board.elect-officer', subject, details, at: this.clock.now() });
    });
    return { id };
  }
}
