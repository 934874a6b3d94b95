import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Scope } from './scope.js';

export interface PublicJurisdiction {
  id: string;
  slug: string;
  name: string;
  timeZone: string;
}

/** The case side's database. Nothing reaches a case table but through one of these two. */
@Injectable()
export class CaseDatabase {
  /** Found once: nobody rewrites a jurisdiction here, the application's role may not. */
  private readonly jurisdictions = new Map<string, PublicJurisdiction>();

  constructor(private readonly dataSource: DataSource) {}

  /** One transaction: all of it is committed, or none. `work` gets the manager to pass on; nothing is hidden. */
  async transaction<T>(scope: Scope, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await enter(manager, scope, ENTER);
      return work(manager);
    });
  }

  /** The same for reading alone: one consistent view, and a write is refused by the database. */
  async read<T>(scope: Scope, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      await enter(manager, scope, READ_ONLY);
      return work(manager);
    });
  }

  /** For the jobs that go from place to place: one after the other, each with its own rows alone. */
  async inEachJurisdiction(work: (jurisdictionId: string) => Promise<unknown>): Promise<void> {
    const places: { id: string }[] = await this.dataSource.query('SELECT id FROM redress.jurisdiction');
    for (const { id } of places) await work(id);
  }

  /** What is public of every jurisdiction, before anybody is known. */
  async jurisdictionBySlug(slug: string): Promise<PublicJurisdiction | null> {
    const before = this.jurisdictions.get(slug);
    if (before) return before;
    const rows: PublicJurisdiction[] = await this.dataSource.query(
      'SELECT id, slug, name, time_zone AS "timeZone" FROM redress.jurisdiction WHERE slug = $1',
      [slug],
    );
    if (!rows[0]) return null;
    this.jurisdictions.set(slug, rows[0]);
    return rows[0];
  }
}

/** `true` makes the setting the transaction's own: a pooled connection never carries it to the next caller. */
const ENTER = `SELECT set_config('redress.jurisdiction', $1, true), set_config('redress.staff', $2, true),
  set_config('redress.glass', $3, true)`;
/** Once it is read-only it cannot be made otherwise again. One statement more would be one wait more for every page. */
const READ_ONLY = `${ENTER}, set_config('transaction_read_only', 'on', true)`;

async function enter(manager: EntityManager, scope: Scope, statement: string): Promise<void> {
  await manager.query(statement, [scope.jurisdictionId, scope.staffId ?? '', scope.glass ?? '']);
}
