import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { deleteSearch, holdOwnSearch } from '../records/saved-search.store.js';

/** Whoever saved it needs it no longer. Its alerts go with it. */
@Injectable()
export class DeleteSearch {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound for another's */
  async run(actor: ActorOf<'staff'>, searchId: string): Promise<void> {
    await this.database.transaction(actor, async (manager) => {
      if (!(await holdOwnSearch(manager, searchId, actor.staffId))) throw new NotFound();
      await deleteSearch(manager, searchId);
      const subject = { kind: 'saved_search', id: searchId };
      await recordHistory(manager, { actor, action: 'search.delete', subject, at: this.clock.now() });
    });
  }
}
