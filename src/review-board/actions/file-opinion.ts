import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { OfficeWords } from '../../vault/index.js';
import { findInRoll } from '../records/motion-roll.store.js';
import { findMotion } from '../records/motion.store.js';
import { insertAuthor, insertOpinion } from '../records/opinion.store.js';
import { type OpinionKind, opinionRefused } from '../rules/opinion.js';

/** What a member says beside a result: a dissent, a concurrence, a report for the minority. Sealed until it is published. */
@Injectable()
export class FileOpinion {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
  ) {}

  /** @throws NotFound (also for a recused member), RuleBroken motion-not-decided, took-no-part, not-your-side (409) */
  async run(
    actor: ActorOf<'staff'>,
    motionId: string,
    { kind, text }: { kind: OpinionKind; text: string },
  ): Promise<{ id: string }> {
    const at = this.clock.now();
    const id = newId();
    await this.database.transaction(actor, async (manager) => {
      const { jurisdictionId, complaintId, status } = await findMotion(manager, motionId);
      const memberId = await signingAs(manager, actor, { motionId, kind, status });
      const opinion = { jurisdictionId, id, motionId, complaintId, kind, text, at };
      await insertOpinion(manager, this.words, opinion);
      await insertAuthor(manager, opinion, { memberId, at });
      await recordHistory(manager, {
        actor,
        action: 'opinion.file',
        subject: { kind: 'opinion', id },
        ...(complaintId === null ? {} : { complaintId }),
        details: { motion: motionId, kind, member: memberId },
        at,
      });
    });
    return { id };
  }
}

/** The member as whom this person took part. @throws RuleBroken motion-not-decided, took-no-part, not-your-side (409) */
export async function signingAs(
  manager: EntityManager,
  { staffId }: ActorOf<'staff'>,
  { motionId, kind, status }: { motionId: string; kind: OpinionKind; status: string },
): Promise<string> {
  const found = await findInRoll(manager, motionId, { staffId });
  const refusal = opinionRefused(kind, found?.position ?? null, status);
  if (refusal || !found) throw new RuleBroken(refusal?.code ?? 'took-no-part', refusal?.message ?? '');
  return found.memberId;
}
