import { Injectable } from '@nestjs/common';
import { JobQueue } from '../platform/jobs/job-queue.js';
import { CaseDatabase } from '../platform/postgres/case-database.js';
import { DeleteErased } from './actions/delete-erased.js';
import { RunSearches } from './actions/run-searches.js';

const NIGHTLY = '23 3 * * *';
/** What is to be told at once is told within five minutes; days and weeks begin where the agency is. */
const EVERY_FIVE_MINUTES = '*/5 * * * *';

/** Takes the jobs of this feature. Started by the worker process, and by nobody else. */
@Injectable()
export class ComplaintWorker {
  constructor(
    private readonly jobs: JobQueue,
    private readonly deleteErased: DeleteErased,
    private readonly runSearches: RunSearches,
    private readonly database: CaseDatabase,
  ) {}

  async start(): Promise<void> {
    await this.jobs.every('delete-erased', NIGHTLY);
    await this.jobs.work('delete-erased', () =>
      this.database.inEachJurisdiction((jurisdictionId) => this.deleteErased.run(jurisdictionId)),
    );
    await this.jobs.every('run-searches', EVERY_FIVE_MINUTES);
    await this.jobs.work('run-searches', () =>
      this.database.inEachJurisdiction((jurisdictionId) => this.runSearches.run(jurisdictionId)),
    );
  }
}
