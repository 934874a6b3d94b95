import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { charterById } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { lockCaseBeforeBoard } from '../records/case.store.js';
import { type DrawMethod, inConflict, insertDraw } from '../records/panel-draw.store.js';
import { insertPanel, readLastService } from '../records/panel.store.js';
import { readSeats } from '../records/seats.reader.js';
import { panelFaults } from '../rules/panel-faults.js';
import { type Candidate, nextInRotation } from '../rules/rotation.js';
import { drawBySeed } from '../../shared/seeded-draw.js';

export interface NewPanel {
  boardId: string;
  /** Whom the clerk names; without it they are drawn */
  memberIds?: readonly string[] | null | undefined;
  /** How they are drawn when nobody is named: `rotation` unless said otherwise */
  drawnBy?: 'rotation' | 'random' | null | undefined;
}

/** A case may get another panel later, say after recusals: an agenda item names the one that decides it. */
@Injectable()
export class AppointPanel {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken panel-size, not-eligible, draw-not-allowed (422), too-few-members, case-not-before-board (409) */
  async run(actor: Actor, complaintId: string, panel: NewPanel): Promise<{ id: string; memberIds: string[] }> {
    const at = this.clock.now();
    const { boardId } = panel;
    const { jurisdictionId } = actor;
    const id = newId();
    const method: DrawMethod = panel.memberIds ? 'fixed' : (panel.drawnBy ?? 'rotation');
    // Drawn here and kept: whoever asks for a panel cannot choose it.
    const seed = method === 'random' ? randomBytes(16).toString('hex') : null;
    return this.database.transaction(actor, async (manager) => {
      const { charterId } = await lockCaseBeforeBoard(manager, complaintId);
      const { voting } = (await charterById(manager, charterId)).document;
      refuseMethod(method, voting.panelDraws);
      const { candidates, excluded } = await this.candidates(manager, { boardId, complaintId, at });
      const memberIds = panel.memberIds
        ? named(panel.memberIds, candidates, voting.panelSize)
        : drawn(candidates, voting.panelSize, seed);
      await insertPanel(manager, { jurisdictionId, id, boardId, complaintId, memberIds, at });
      const pool = candidates.map(({ memberId }) => memberId);
      const draw = { panelId: id, method, seed, pool, excluded, drawn: memberIds, drawnAt: at };
      await insertDraw(manager, { ...draw, jurisdictionId, complaintId });
      const subject = { kind: 'panel', id };
      const details = { members: memberIds, drawn: method, seed };
      await recordHistory(manager, { actor, action: 'panel.appoint', subject, complaintId, details, at });
      return { id, memberIds };
    });
  }

  private async candidates(
    manager: EntityManager,
    of: { boardId: string; complaintId: string; at: Date },
  ): Promise<{ candidates: Candidate[]; excluded: string[] }> {
    const seats = await readSeats(manager, of);
    const conflicts = await inConflict(manager, of.complaintId);
    const lastService = await readLastService(manager, of.boardId);
    const barred = (seat: (typeof seats)[number]): boolean => seat.recused || conflicts.has(seat.staffId);
    return {
      candidates: seats
        .filter((seat) => !barred(seat))
        .map(({ memberId }) => ({ memberId, lastServedAt: lastService.get(memberId) ?? null })),
      excluded: seats.filter(barred).map(({ memberId }) => memberId),
    };
  }
}

function refuseMethod(method: DrawMethod, allowed: readonly DrawMethod[] | undefined): void {
  if (!allowed || allowed.includes(method)) return;
  throw new RuleBroken('draw-not-allowed', `The charter has panels made up by ${allowed.join(', ')}.`, 422);
}

function named(memberIds: readonly string[], candidates: readonly Candidate[], size: number): string[] {
  const distinct = [...new Set(memberIds)];
  if (distinct.length !== size || memberIds.length !== size)
    throw new RuleBroken('panel-size', `A panel is ${size} different members.`, 422);
  const faults = panelFaults(distinct, candidates);
  if (faults.length > 0)
    throw new RuleBroken('not-eligible', 'Not all of them may sit on this panel; `errors` says who.', 422, faults);
  return distinct;
}

function drawn(candidates: readonly Candidate[], size: number, seed: string | null): string[] {
  const pool = candidates.map(({ memberId }) => memberId);
  const memberIds = seed === null ? nextInRotation(candidates, size) : drawBySeed(seed, pool, size, sha256);
  if (memberIds.length === size) return memberIds;
  throw new RuleBroken(
    'too-few-members',
    `A panel is ${size} members; only ${memberIds.length} are seated, not recused and without a conflict.`,
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
