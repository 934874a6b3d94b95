import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterInForce, jurisdictionDay } from '../../charter/index.js';
import { holdsEverywhere } from '../../identity/index.js';
import { Clock } from '../../platform/clock.js';
import { Logger } from '../../platform/logging/logger.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf, StaffRole } from '../../shared/actor.js';
import { holdOwnSearch, noteLook } from '../records/saved-search.store.js';
import { lookFor } from '../records/search-look.store.js';
import { type Cadence, isDue } from '../rules/saved-search.js';
import { searchFaults } from '../rules/search-faults.js';

interface Watched {
  searchId: string;
  staffId: string;
  roles: StaffRole[];
  cadence: Cadence;
  /** YYYY-MM-DD where the agency is */
  lookedOn: string;
}

/** Whose role was taken away is told of nothing any more. */
const USE = 'saved-search.use';

const WATCHED = `
  SELECT s.id AS "searchId", s.staff_id AS "staffId", m.roles, s.cadence,
         (s.looked_at AT TIME ZONE j.time_zone)::date::text AS "lookedOn"
    FROM redress.saved_search s JOIN redress.jurisdiction j ON j.id = s.jurisdiction_id
    JOIN redress.staff m ON m.jurisdiction_id = s.jurisdiction_id AND m.id = s.staff_id AND m.disabled_at IS NULL
   WHERE s.cadence <> 'none' AND ($1::uuid IS NULL OR s.id = $1) ORDER BY s.id`;

/**
 * Looks again for what people have asked to be told of, as those people: with their roles as they are now, behind the walls
 * that are there now. Done twice it finds nothing new; one search that fails does not keep the others from being looked at.
 */
@Injectable()
export class RunSearches {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async run(jurisdictionId: string): Promise<{ searches: number; alerted: number }> {
    const scope = { kind: 'system', jurisdictionId } as const;
    const at = this.clock.now();
    const due = await this.database.read(scope, async (manager) => {
      const today = await jurisdictionDay(manager, jurisdictionId, at);
      const watched: Watched[] = await manager.query(WATCHED, [null]);
      return watched.filter(
        ({ cadence, lookedOn, roles }) => holdsEverywhere(USE, roles) && isDue(cadence, lookedOn, today),
      );
    });
    const done = { searches: due.length, alerted: 0 };
    for (const { searchId, staffId } of due)
      try {
        done.alerted += await this.database.transaction({ jurisdictionId, staffId }, (manager) =>
          this.look(manager, jurisdictionId, searchId, at),
        );
      } catch (error) {
        this.logger.failure('search-failed', error, { job: 'run-searches', jobId: searchId });
      }
    return done;
  }

  /** How many cases are new. Nothing is looked for when it was deleted or changed, or its owner's role taken away, meanwhile. */
  private async look(manager: EntityManager, jurisdictionId: string, searchId: string, at: Date): Promise<number> {
    const [watched]: Watched[] = await manager.query(WATCHED, [searchId]);
    if (!watched || !holdsEverywhere(USE, watched.roles)) return 0;
    const { staffId, roles } = watched;
    const search = await holdOwnSearch(manager, searchId, staffId);
    if (!search || search.cadence === 'none') return 0;
    const { filter } = search.question;
    if (searchFaults(search.question, (await charterInForce(manager, at)).document).length > 0) return 0;
    const actor: ActorOf<'staff'> = { kind: 'staff', jurisdictionId, staffId, roles };
    const news = await lookFor(manager, actor, { searchId, filter, known: false, at });
    await noteLook(manager, { searchId, at, tooWide: news === null });
    return news ?? 0;
  }
}
