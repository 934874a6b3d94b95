import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { findSeat, seatIsTaken } from '../records/board-seat.store.js';
import {
  holdsBoardRole,
  insertMember,
  lockBoard,
  type Membership,
  type Term,
  termOverlaps,
} from '../records/board.store.js';

export interface NewMember extends Omit<Term, 'boardId'> {
  /** The authority whose seat it is, e.g. `mayor`, `city council`; of a seat that was established it is known */
  appointedBy?: string | null | undefined;
  /** The seat, where the board's seats are established */
  seatId?: string | null | undefined;
}

@Injectable()
export class SeatMember {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken term-backwards, not-a-board-member, authority-missing (422), term-overlaps, seat-taken (409) */
  async run(actor: Actor, boardId: string, member: NewMember): Promise<{ id: string }> {
    const id = newId();
    await this.database.transaction(actor, async (manager) => {
      await this.refuse(manager, { ...member, boardId });
      const seat = await this.seatOf(manager, boardId, member);
      await insertMember(manager, { ...member, ...seat, jurisdictionId: actor.jurisdictionId, id, boardId });
      await recordHistory(manager, {
        actor,
        action: 'board.seat-member',
        subject: { kind: 'board-member', id },
        details: {
          board: boardId,
          staff: member.staffId,
          seat: seat.seatId,
          from: member.termFrom,
          to: member.termTo,
        },
        at: this.clock.now(),
      });
    });
    return { id };
  }

  private async refuse(manager: EntityManager, member: Term): Promise<void> {
    if (member.termTo < member.termFrom) throw new RuleBroken('term-backwards', 'The term ends before it begins.', 422);
    if (!(await lockBoard(manager, member.boardId))) throw new NotFound();
    if (!(await holdsBoardRole(manager, member.staffId))) {
      throw new RuleBroken('not-a-board-member', 'A seat is for a staff account that has the role board_member.', 422);
    }
    if (!(await termOverlaps(manager, member))) return;
    throw new RuleBroken('term-overlaps', 'This person sits on the board for a part of that term already.');
  }

  /** Under the board's lock: of two who fill a seat at once the second finds it taken. */
  private async seatOf(
    manager: EntityManager,
    boardId: string,
    { seatId, appointedBy, termFrom, termTo }: NewMember,
  ): Promise<Pick<Membership, 'seatId' | 'appointedBy' | 'alternate'>> {
    if (!seatId) {
      if (appointedBy) return { seatId: null, appointedBy, alternate: false };
      throw new RuleBroken('authority-missing', 'Name the seat, or the authority that appoints to it.', 422);
    }
    const seat = await findSeat(manager, boardId, seatId);
    if (!seat) throw new NotFound();
    if (await seatIsTaken(manager, seatId, { termFrom, termTo }))
      throw new RuleBroken('seat-taken', 'Somebody sits in this seat for a part of that term.');
    return { seatId, appointedBy: seat.appointingAuthority, alternate: seat.alternate };
  }
}
