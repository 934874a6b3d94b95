import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterById } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { lockCaseBeforeBoard } from '../records/case.store.js';
import { insertPanel, readLastService } from '../records/panel.store.js';
import { readSeats } from '../records/seats.reader.js';
import { type Candidate, nextInRotation } from '../rules/rotation.js';

export interface NewPanel {
  boardId: string;
  /** Whom the clerk names; without it those whose turn it is */
  memberIds?: readonly string[] | null | undefined;
}

/** A case may get another panel later, say after recusals: an agenda item names the one that decides it. */
@Injectable()
export class AppointPanel {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken panel-size, not-eligible (422), too-few-members, case-not-before-board (409) */
  async run(actor: Actor, complaintId: string, panel: NewPanel): Promise<{ id: string; memberIds: string[] }> {
    const at = this.clock.now();
    const { boardId } = panel;
    const id = newId();
    return this.database.transaction(actor, async (manager) => {
      const { charterId } = await lockCaseBeforeBoard(manager, complaintId);
      const size = (await charterById(manager, charterId)).document.voting.panelSize;
      const candidates = await this.candidates(manager, { boardId, complaintId, at });
      const memberIds = panel.memberIds ? named(panel.memberIds, candidates, size) : byTurn(candidates, size);
      await insertPanel(manager, { jurisdictionId: actor.jurisdictionId, id, boardId, complaintId, memberIds, at });
      const details = { members: memberIds, drawn: panel.memberIds ? 'by-name' : 'by-rotation' };
      await recordHistory(manager, {
        actor,
        action: 'panel.appoint',
        subject: { kind: 'panel', id },
        complaintId,
        details,
        at,
      });
      return { id, memberIds };
    });
  }

  private async candidates(
    manager: EntityManager,
    of: { boardId: string; complaintId: string; at: Date },
  ): Promise<Candidate[]> {
    const seats = await readSeats(manager, of);
    const lastService = await readLastService(manager, of.boardId);
    return seats
      .filter((seat) => !seat.recused)
      .map(({ memberId }) => ({ memberId, lastServedAt: lastService.get(memberId) ?? null }));
  }
}

function named(memberIds: readonly string[], candidates: readonly Candidate[], size: number): string[] {
  const distinct = [...new Set(memberIds)];
  if (distinct.length !== size || memberIds.length !== size)
    throw new RuleBroken('panel-size', `A panel is ${size} different members.`, 422);
  const faults = distinct.flatMap((memberId, index) =>
    candidates.some((candidate) => candidate.memberId === memberId)
      ? []
      : [
          {
            path: `/memberIds/${index}`,
            code: 'not-eligible',
            message: 'No member of the board whose term runs, or recused from the case.',
          },
        ],
  );
  if (faults.length > 0)
    throw new RuleBroken('not-eligible', 'Not all of them may sit on this panel; `errors` says who.', 422, faults);
  return distinct;
}

function byTurn(candidates: readonly Candidate[], size: number): string[] {
  const memberIds = nextInRotation(candidates, size);
  if (memberIds.length === size) return memberIds;
  throw new RuleBroken(
    'too-few-members',
    `A panel is ${size} members; only ${memberIds.length} are seated and not recused.`,
  );
}
