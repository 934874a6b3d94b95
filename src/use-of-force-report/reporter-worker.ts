import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JobQueue } from '../platform/jobs/job-queue.js';
import { ClearSubmissions } from './actions/clear-submissions.js';
import { RemindReporters } from './actions/remind-reporters.js';

/** Once a day; what was said is not said again. */
const DAILY = '23 11 * * *';

/** Takes the jobs of this feature. Started by the worker process, and by nobody else. */
@Injectable()
export class ReporterWorker {
  constructor(
    private readonly jobs: JobQueue,
    private readonly remindReporters: RemindReporters,
    private readonly clearSubmissions: ClearSubmissions,
    private readonly dataSource: DataSource,
  ) {}

  async start(): Promise<void> {
    await this.jobs.every('remind-reporters', DAILY);
    await this.jobs.work('remind-reporters', async () => {
      const places: { id: string }[] = await this.dataSource.query('SELECT id FROM redress.jurisdiction');
      for (const { id } of places) {
        await this.remindReporters.run(id);
        await this.clearSubmissions.run(id);
      }
    });
  }
}
