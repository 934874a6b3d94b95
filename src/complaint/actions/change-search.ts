import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { holdOwnSearch, isNamedSo, type NewSearch, updateSearch } from '../records/saved-search.store.js';
import { namedSo } from './save-search.js';
import { watchSearch } from './watch-search.js';

/** A saved search asks something else, or tells otherwise. Its alerts begin anew: what it finds now is known. */
@Injectable()
export class ChangeSearch {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound for another's, RuleBroken invalid, too-wide (422), search-named-so (409) */
  async run(actor: ActorOf<'staff'>, searchId: string, search: NewSearch): Promise<void> {
    const { staffId } = actor;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      if (!(await holdOwnSearch(manager, searchId, staffId))) throw new NotFound();
      if (await isNamedSo(manager, { staffId, name: search.name, except: searchId })) throw namedSo();
      await updateSearch(manager, { ...search, searchId, at });
      await watchSearch(manager, actor, { ...search, searchId }, at);
      const subject = { kind: 'saved_search', id: searchId };
      const details = { cadence: search.cadence, shared: search.shared, filters: Object.keys(search.question.filter) };
      await recordHistory(manager, { actor, action: 'search.change', subject, details, at });
    });
  }
}
