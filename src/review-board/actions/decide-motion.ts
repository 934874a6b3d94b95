import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { OfficeWords } from '../../vault/index.js';
import type { Decision } from '../rules/decision.js';
import { closeVote } from './close-vote.js';

/** The clerk closes the vote. Quorum and result are of this moment, and so is a finding that it carries. */
@Injectable()
export class DecideMotion {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
  ) {}

  /** @throws see closeVote */
  async run(actor: ActorOf<'staff'>, motionId: string): Promise<Decision> {
    const { clock, words } = this;
    return this.database.transaction(actor, (manager) =>
      closeVote(manager, { clock, words }, { actor, motionId, casting: null }),
    );
  }
}
