import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { countSearches, insertSearch, type NewSearch } from '../records/saved-search.store.js';
import { MOST_SEARCHES } from '../rules/saved-search.js';
import { watchSearch } from './watch-search.js';

/** A question is kept under a name: to be asked again, and to be told when the answer grows. */
@Injectable()
export class SaveSearch {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken invalid, too-wide (422), search-named-so, too-many-searches (409) */
  async run(actor: ActorOf<'staff'>, search: NewSearch): Promise<{ searchId: string }> {
    const { jurisdictionId, staffId } = actor;
    const searchId = newId();
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      if (!(await insertSearch(manager, { ...search, searchId, jurisdictionId, staffId, at }))) throw namedSo();
      if ((await countSearches(manager, staffId)) > MOST_SEARCHES)
        throw new RuleBroken('too-many-searches', `Nobody keeps more than ${MOST_SEARCHES}: delete one first.`);
      await watchSearch(manager, actor, { ...search, searchId }, at);
      const subject = { kind: 'saved_search', id: searchId };
      const details = { cadence: search.cadence, shared: search.shared, filters: Object.keys(search.question.filter) };
      await recordHistory(manager, { actor, action: 'search.save', subject, details, at });
    });
    return { searchId };
  }
}

export function namedSo(): RuleBroken {
  return new RuleBroken('search-named-so', 'You have a search of this name: choose another, or change that one.');
}
