import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import type { Choice } from '../rules/seat.js';
import { OfficeWords } from '../../vault/index.js';
import { type RollCall, readRoll } from './motion-roll.store.js';
import { type MotionSummary, readMotions } from './motion-summary.reader.js';
import { type MotionText, readTexts } from './motion-text.store.js';
import { type Opinion, readOpinions } from './opinion.store.js';
import { type ReasonPlace, VoteReasons } from './vote-reasons.js';

export interface VoteCast {
  memberId: string;
  name: string;
  choice: Choice;
  reason: string | null;
  castAt: Date;
  /** Null while the motion is undecided */
  counted: boolean | null;
}

export interface MotionDetails extends MotionSummary {
  /** As moved and as amended since, in order; without those from before they were kept */
  texts: MotionText[];
  votes: VoteCast[];
  /** How each member stood when the vote was closed; empty until then */
  roll: RollCall[];
  opinions: Opinion[];
}

interface VoteRow extends Omit<VoteCast, 'reason'>, ReasonPlace {
  reasonCipher: Buffer | null;
}

@Injectable()
export class MotionReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly reasons: VoteReasons,
    private readonly words: OfficeWords,
  ) {}

  /** @throws NotFound, for who is recused from its case too */
  async show(actor: Actor, motionId: string): Promise<MotionDetails> {
    return this.database.read(actor, async (manager) => {
      const [motion] = await readMotions(manager, this.words, { motionId });
      if (!motion) throw new NotFound();
      return {
        ...motion,
        texts: await readTexts(manager, this.words, motionId),
        votes: await this.readVotes(manager, motionId),
        roll: await readRoll(manager, motionId),
        opinions: await readOpinions(manager, this.words, motionId),
      };
    });
  }

  private async readVotes(manager: EntityManager, motionId: string): Promise<VoteCast[]> {
    const rows = await manager.query<VoteRow[]>(
      `SELECT v.jurisdiction_id AS "jurisdictionId", v.id AS "voteId", v.complaint_id AS "complaintId", v.member_id AS "memberId",
              s.display_name AS name, v.choice, v.reason_cipher AS "reasonCipher", v.cast_at AS "castAt",
              v.member_id = ANY (o.counted_members) AS counted
         FROM redress.vote v
         JOIN redress.motion o ON o.jurisdiction_id = v.jurisdiction_id AND o.id = v.motion_id
         JOIN redress.board_member b ON b.jurisdiction_id = v.jurisdiction_id AND b.id = v.member_id
         JOIN redress.staff s ON s.jurisdiction_id = b.jurisdiction_id AND s.id = b.staff_id
        WHERE v.motion_id = $1 ORDER BY v.cast_at, v.id`,
      [motionId],
    );
    const votes: VoteCast[] = [];
    for (const row of rows) {
      const { memberId, name, choice, castAt, counted, reasonCipher } = row;
      const reason = reasonCipher && (await this.reasons.open(manager, row, reasonCipher));
      votes.push({ memberId, name, choice, reason, castAt, counted });
    }
    return votes;
  }
}
