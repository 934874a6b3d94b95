import { Injectable } from '@nestjs/common';
import { jurisdictionDay } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { insertPost, postStands } from '../records/officer-post.store.js';
import { officerIsThere } from '../records/officer.store.js';
import { faultIf } from '../rules/fault.js';
import { refuseFaults } from './refuse-faults.js';

export interface OfficerPost {
  rank?: string | undefined;
  unit?: string | undefined;
  command?: string | undefined;
  /** A post of this officer that was told wrongly */
  supersedes?: string | undefined;
  /** ISO date */
  from: string;
}

/** An officer has another rank or serves elsewhere from a day on. What it was at an incident stands with the case. */
@Injectable()
export class PostOfficer {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422) */
  async run(actor: ActorOf<'staff'>, officerId: string, post: OfficerPost): Promise<{ postId: string }> {
    const { jurisdictionId, staffId: recordedBy } = actor;
    const id = newId();
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      if (!(await officerIsThere(manager, officerId))) throw new NotFound();
      const { rank = null, unit = null, command = null, supersedes = null, from } = post;
      const today = await jurisdictionDay(manager, jurisdictionId, at);
      const gone = supersedes !== null && !(await postStands(manager, officerId, supersedes));
      refuseFaults([
        ...faultIf((rank ?? unit ?? command) === null, '/rank', 'no-post', 'Give a rank, a unit or a command.'),
        ...faultIf(gone, '/supersedes', 'no-such-post', 'This officer has no post with this id that stands.'),
        ...faultIf(from > today, '/from', 'in-the-future', `Today is ${today} there.`),
      ]);
      const row = { jurisdictionId, id, officerId, rank, unit, command, from, supersedes, recordedBy, at };
      await insertPost(manager, { ...row, firstId: newId() });
      const subject = { kind: 'officer', id: officerId };
      await recordHistory(manager, { actor, action: 'officer.post', subject, details: { from, supersedes }, at });
    });
    return { postId: id };
  }
}
