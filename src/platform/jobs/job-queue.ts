import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { PgBoss } from 'pg-boss';
import type { EntityManager } from 'typeorm';
import { Logger } from '../logging/logger.js';
import { connectionOptions } from '../postgres/connection-options.js';

/** Every kind of job there is; `redress migrate` makes their queues. */
export const QUEUES = [
  'build-release',
  'raise-alarms',
  'scan-evidence',
  'sweep-uploads',
  'copy-pictures',
  'delete-erased',
  'run-searches',
  'remind-reporters',
  'seal-history',
  'publish-overdue',
  'count-department-reporting',
] as const;
export type Queue = (typeof QUEUES)[number];
export const JOBS_SCHEMA = 'jobs';

/** What may happen later: enqueued in the transaction of the change that asks for it, so that neither is without the other. */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private started: Promise<PgBoss> | undefined;

  constructor(
    private readonly url: string,
    private readonly logger: Logger,
  ) {}

  async enqueue(manager: EntityManager, queue: Queue, data: object): Promise<void> {
    const boss = await this.start();
    const db = {
      executeSql: async (text: string, values?: unknown[]) => ({ rows: await manager.query<unknown[]>(text, values) }),
    };
    await boss.send(queue, data, { db });
  }

  /** Has such a job made by the clock (`cron` in UTC), once however many workers there are. */
  async every(queue: Queue, cron: string): Promise<void> {
    const boss = await this.start();
    await boss.schedule(queue, cron);
  }

  /** Takes jobs of this kind, one at a time, until the process stops. A worker that dies leaves its job to the next in ≤ 45 s. */
  async work<T extends object>(queue: Queue, handle: (data: T) => Promise<void>): Promise<void> {
    const boss = await this.start();
    await boss.work<T>(queue, { pollingIntervalSeconds: 1, batchSize: 1 }, async (jobs) => {
      for (const job of jobs) {
        this.logger.info('job-started', { job: queue, jobId: job.id });
        await handle(job.data);
        this.logger.info('job-done', { job: queue, jobId: job.id });
      }
    });
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.started) await (await this.started).stop({ graceful: true, timeout: 10_000 });
  }

  private async start(): Promise<PgBoss> {
    this.started ??= this.connect();
    return this.started;
  }

  /** The queue's library is loaded by who uses it: most commands and tests never do. */
  private async connect(): Promise<PgBoss> {
    const { PgBoss } = await import('pg-boss');
    const boss = new PgBoss({
      ...connectionOptions(this.url),
      schema: JOBS_SCHEMA,
      migrate: false,
      createSchema: false,
      superviseIntervalSeconds: 10,
      max: 4,
    });
    boss.on('error', (error: unknown) => {
      this.logger.failure('jobs-failed', error);
    });
    await boss.start();
    return boss;
  }
}
