import { Injectable } from '@nestjs/common';
import { charterInForce } from '../../charter/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import type { Fault } from '../rules/fault.js';
import { searchFaults } from '../rules/search-faults.js';
import type { HeldSearch } from './saved-search.store.js';

export interface SavedSearch extends HeldSearch {
  /** Whoever asks saved it */
  own: boolean;
  savedBy: string;
  /** Null when it gives no alerts */
  lookedAt: Date | null;
  tooWide: boolean;
  /** What no longer fits: it is not run until it is saved anew */
  faults: Fault[];
}

const SEARCHES = `
  SELECT s.id AS "searchId", s.name, s.question, s.cadence, s.shared, s.staff_id = $1 AS own, m.display_name AS "savedBy",
         CASE WHEN s.cadence <> 'none' THEN s.looked_at END AS "lookedAt", s.too_wide AS "tooWide"
    FROM redress.saved_search s JOIN redress.staff m ON m.jurisdiction_id = s.jurisdiction_id AND m.id = s.staff_id
   WHERE (s.staff_id = $1 OR s.shared) AND ($2::uuid IS NULL OR s.id = $2)
   ORDER BY s.staff_id <> $1, s.name, s.id LIMIT 1000`;

/** A person's saved searches, and those that others share. */
@Injectable()
export class SavedSearchReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** Their own first, by name. */
  async of(actor: ActorOf<'staff'>): Promise<SavedSearch[]> {
    return this.read(actor, null);
  }

  /** @throws NotFound for one that is neither theirs nor shared */
  async one(actor: ActorOf<'staff'>, searchId: string): Promise<SavedSearch> {
    const [search] = await this.read(actor, searchId);
    if (!search) throw new NotFound();
    return search;
  }

  private async read(actor: ActorOf<'staff'>, searchId: string | null): Promise<SavedSearch[]> {
    return this.database.read(actor, async (manager) => {
      const rows: Omit<SavedSearch, 'faults'>[] = await manager.query(SEARCHES, [actor.staffId, searchId]);
      const { document } = await charterInForce(manager, this.clock.now());
      return rows.map((search) => ({ ...search, faults: searchFaults(search.question, document) }));
    });
  }
}
