import { Injectable } from '@nestjs/common';
import { JobQueue } from '../platform/jobs/job-queue.js';
import { CaseDatabase } from '../platform/postgres/case-database.js';
import { PublishOverdue } from './actions/publish-overdue.js';

/** Every hour, since midnight comes at another hour in each place, and an answer that has come is not overdue for long. */
const HOURLY = '17 * * * *';

/** Takes the jobs of this feature. Started by the worker process, and by nobody else. */
@Injectable()
export class AfterVoteWorker {
  constructor(
    private readonly jobs: JobQueue,
    private readonly publishOverdue: PublishOverdue,
    private readonly database: CaseDatabase,
  ) {}

  async start(): Promise<void> {
    await this.jobs.every('publish-overdue', HOURLY);
    await this.jobs.work('publish-overdue', () =>
      this.database.inEachJurisdiction((jurisdictionId) => this.publishOverdue.run(jurisdictionId)),
    );
  }
}
