import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { findAgendaItem } from '../records/agenda.store.js';
import { OfficeWords } from '../../vault/index.js';
import { lockCaseBeforeBoard } from '../records/case.store.js';
import { lockMeeting } from '../records/meeting.store.js';
import { insertMotionText, textOf } from '../records/motion-text.store.js';
import { findMotion, insertMotion } from '../records/motion.store.js';

/**
 * A motion that a meeting ended over comes up again, in its words as amended by then. It is put anew: who was there votes
 * again, and who came since votes too, so that nothing is counted that this meeting did not see.
 */
@Injectable()
export class ResumeMotion {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
  ) {}

  /** @throws NotFound, RuleBroken not-carried-over, other-matter, case-not-before-board, meeting-…, already-there (409) */
  async run(actor: Actor, motionId: string, agendaItemId: string): Promise<{ id: string }> {
    const id = newId();
    await this.database.transaction(actor, async (manager) => {
      const [motion, item] = [await findMotion(manager, motionId), await findAgendaItem(manager, agendaItemId)];
      if (!item) throw new NotFound();
      const { boardId } = await lockMeeting(manager, item.meetingId, 'open');
      const at = this.clock.now();
      const { status, complaintId, moverId, seconderId, allegationId, proposedFinding, jurisdictionId } = motion;
      if (status !== 'carried_over')
        throw new RuleBroken(
          'not-carried-over',
          `The motion is ${status}: only one that a meeting ended over comes up again.`,
        );
      if (item.complaintId !== complaintId || boardId !== motion.boardId)
        throw new RuleBroken('other-matter', 'It comes up again before its own board, under an item on its own case.');
      if (complaintId !== null) await lockCaseBeforeBoard(manager, complaintId);
      const place = { jurisdictionId, id, agendaItemId, moverId, seconderId, allegationId, proposedFinding, at };
      await insertMotion(manager, { ...place, degree: 0, amends: null, reconsiders: null, continues: motionId });
      const text = await textOf(manager, this.words, motionId);
      const words = { text, proposedFinding, adoptedBy: null, at };
      await insertMotionText(manager, this.words, { jurisdictionId, id, complaintId }, words);
      await recordHistory(manager, {
        actor,
        action: 'motion.resume',
        subject: { kind: 'motion', id },
        ...(complaintId === null ? {} : { complaintId }),
        details: { agendaItem: agendaItemId, continues: motionId },
        at,
      });
    });
    return { id };
  }
}
