import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseVault, type ComplaintStatus, moveComplaint, workOnComplaint } from '../../complaint/index.js';
import { noteCaseEvent } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { hasOpenMotion } from '../../review-board/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { carriedSince, foundOtherwiseSince } from '../records/board-since.reader.js';
import {
  type AskedReconsideration,
  findReconsideration,
  insertReconsidered,
  type Reconsidered,
} from '../records/reconsideration.store.js';

export interface ReconsiderationDecided {
  outcome: Reconsidered;
  /** The carried motion by which the board decided; none when the request is not heard at all */
  motionId?: string | undefined;
  reasons: string;
}

/** The board may have voted and the case gone on, to the chief or to its end, before somebody writes down what came of it. */
const HEARD: readonly ComplaintStatus[] = ['before_board', 'with_chief', 'closed'];

interface Of {
  complaintId: string;
  reconsiderationId: string;
}

/**
 * What came of the request. Not heard: refused, with reasons. Heard: the board has voted, and what it had decided stands, or it
 * has decided otherwise. Either way it is a decision of its own behind the former ones.
 */
@Injectable()
export class DecideReconsideration {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /**
   * @throws NotFound, RuleBroken status-forbids, reconsideration-decided, reconsideration-heard, board-has-not-voted,
   *   motion-open, found-otherwise (409), board-motion-missing (422)
   */
  async run(actor: ActorOf<'staff'>, of: Of, { outcome, motionId, reasons }: ReconsiderationDecided): Promise<void> {
    const { jurisdictionId, staffId: by } = actor;
    const { complaintId, reconsiderationId } = of;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { status } = await workOnComplaint(manager, complaintId, HEARD);
      const asked = await findReconsideration(manager, complaintId, reconsiderationId);
      if (asked.decided)
        throw new RuleBroken('reconsideration-decided', 'What came of this request is decided already.');
      const votedBy =
        outcome === 'refused' ? refusing(asked) : await this.voted(manager, of, asked, { outcome, motionId });
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const place = { table: 'reconsideration_end', column: 'reasons_cipher', rowId: reconsiderationId };
      const end = { outcome, motionId: votedBy, reasonsCipher: key.seal(place, reasons) };
      await insertReconsidered(manager, { jurisdictionId, ...of, by, at, ...end });
      // What stands went to the chief before: there the case is again.
      if (outcome === 'stands' && asked.fromStatus === 'with_chief' && status === 'before_board')
        await moveComplaint(manager, complaintId, 'with_chief');
      await noteCaseEvent(manager, { jurisdictionId, complaintId, event: 'reconsidered', recordedBy: by, at });
      const subject = { kind: 'reconsideration', id: reconsiderationId };
      const details = { outcome, motion: votedBy };
      await recordHistory(manager, { actor, action: 'reconsideration.decide', subject, complaintId, details, at });
    });
  }

  private async voted(
    manager: EntityManager,
    { complaintId }: Of,
    { heardAt }: AskedReconsideration,
    { outcome, motionId }: Pick<ReconsiderationDecided, 'outcome' | 'motionId'>,
  ): Promise<string> {
    if (motionId === undefined)
      throw new RuleBroken(
        'board-motion-missing',
        'The board decides by a vote: name the motion that it carried.',
        422,
      );
    if (!heardAt || !(await carriedSince(manager, { complaintId, motionId }, heardAt)))
      throw new RuleBroken(
        'board-has-not-voted',
        'The board has not carried this motion since the request came before it.',
      );
    if (await hasOpenMotion(manager, { complaintId }))
      throw new RuleBroken('motion-open', 'The board is voting on this case: wait until it has.');
    if (outcome === 'stands' && (await foundOtherwiseSince(manager, complaintId, heardAt)))
      throw new RuleBroken(
        'found-otherwise',
        'The board has found otherwise since: what it had decided does not stand.',
      );
    return motionId;
  }
}

function refusing({ heardAt }: AskedReconsideration): null {
  if (heardAt === null) return null;
  throw new RuleBroken('reconsideration-heard', 'The request came before the board, which decides on it by a vote.');
}
