import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { OfficeWords } from '../../vault/index.js';
import type { Decision } from '../rules/decision.js';
import { closeVote } from './close-vote.js';

/** Whoever presides breaks a tie, and that closes the vote: nothing comes between the two. */
@Injectable()
export class CastCastingVote {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
  ) {}

  /** @throws see closeVote */
  async run(
    actor: ActorOf<'staff'>,
    motionId: string,
    casting: 'yes' | 'no',
  ): Promise<Decision & { castingVote?: 'yes' | 'no' }> {
    const { clock, words } = this;
    return this.database.transaction(actor, (manager) =>
      closeVote(manager, { clock, words }, { actor, motionId, casting }),
    );
  }
}
