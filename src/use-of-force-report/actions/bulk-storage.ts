import type { EntityManager } from 'typeorm';
import type { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Intake } from '../records/intake.reader.js';
import { insertRejects, type Reject } from '../records/submission.store.js';
import { type ReadyOrder, type Result, takeInOrders } from './take-in-orders.js';

export interface BulkGround {
  database: CaseDatabase;
  /** The transaction that holds the key and keeps the answer */
  manager: EntityManager;
  intake: Intake;
  submissionId: string;
}

/** After so many chunks the planner is told how full the tables are, if it does not know yet. */
const LOOKED_AT_AFTER: ReadonlySet<number> = new Set([1, 10]);

const MOST_IDLE_MS = 5_000;

/** Where a submission's records go: by the chunk, each committed by itself, or all in the outer transaction. */
export class BulkStorage {
  private givenUp = false;
  private askedAt = performance.now();
  private chunks = 0;

  constructor(
    private readonly ground: BulkGround,
    private readonly byChunk: boolean,
  ) {}

  /** What is taken after this can be given up without what is kept of the submission itself. */
  async begin(): Promise<void> {
    if (!this.byChunk) await this.ground.manager.query('SAVEPOINT taken');
  }

  async take(orders: readonly ReadyOrder[]): Promise<Result[]> {
    if (this.givenUp) return [];
    const results = await this.within((manager) => takeInOrders(manager, this.ground.intake, orders));
    if (LOOKED_AT_AFTER.has(++this.chunks))
      await this.within((manager) => manager.query('SELECT redress.refresh_report_statistics()'));
    return results;
  }

  async keepRejects(rejects: readonly Reject[]): Promise<void> {
    const { intake, submissionId } = this.ground;
    await this.within((manager) => insertRejects(manager, intake.actor.jurisdictionId, submissionId, rejects));
  }

  /** Nothing is taken, whatever was; nobody may be writing just then. */
  async giveUp(): Promise<void> {
    if (this.givenUp) return;
    this.givenUp = true;
    await this.ground.manager.query('ROLLBACK TO SAVEPOINT taken');
  }

  private async within<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const { database, manager, intake } = this.ground;
    if (!this.byChunk) return work(manager);
    // The outer transaction would be ended as idle if nothing were asked of it for a minute.
    if (performance.now() - this.askedAt > MOST_IDLE_MS) {
      this.askedAt = performance.now();
      await manager.query('SELECT');
    }
    return database.transaction(intake.actor, work);
  }
}
