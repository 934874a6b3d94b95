import { Injectable } from '@nestjs/common';
import { charterInForce, type MeetingKind } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { lockBoard } from '../records/board.store.js';
import { insertMeeting } from '../records/meeting.store.js';
import { scheduleRefused } from '../rules/meeting-time.js';

export interface NewMeeting {
  boardId: string;
  kind: MeetingKind;
  startsAt: Date;
  place?: string | null | undefined;
  remoteAccess?: string | null | undefined;
  /** Of an emergency meeting, and of no other */
  emergencyReason?: string | null | undefined;
}

/** The meeting keeps the charter in force when it was called: its notice, its quorum, its majorities. */
@Injectable()
export class ScheduleMeeting {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken meeting-in-the-past, meeting-too-far, emergency-reason-missing, reason-out-of-place (422) */
  async run(actor: Actor, meeting: NewMeeting): Promise<{ id: string }> {
    const at = this.clock.now();
    const refusal = scheduleRefused(meeting.startsAt, at);
    if (refusal) throw new RuleBroken(refusal.code, refusal.message, 422);
    const { place = null, remoteAccess = null, emergencyReason = null } = meeting;
    if (meeting.kind === 'emergency' && !emergencyReason)
      throw new RuleBroken(
        'emergency-reason-missing',
        'Say what the emergency is: the public has no time to ask.',
        422,
      );
    if (meeting.kind !== 'emergency' && emergencyReason)
      throw new RuleBroken('reason-out-of-place', 'Only an emergency meeting says why it could not wait.', 422);
    const id = newId();
    await this.database.transaction(actor, async (manager) => {
      if (!(await lockBoard(manager, meeting.boardId))) throw new NotFound();
      const charter = await charterInForce(manager, at);
      const { jurisdictionId } = actor;
      const notice = { place, remoteAccess, emergencyReason };
      await insertMeeting(manager, { ...meeting, ...notice, jurisdictionId, id, charterId: charter.id });
      const details = { board: meeting.boardId, kind: meeting.kind, startsAt: meeting.startsAt.toISOString() };
      await recordHistory(manager, {
        actor,
        action: 'meeting.schedule',
        subject: { kind: 'meeting', id },
        details,
        at,
      });
    });
    return { id };
  }
}
