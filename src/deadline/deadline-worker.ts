import { Injectable } from '@nestjs/common';
import { JobQueue } from '../platform/jobs/job-queue.js';
import { CaseDatabase } from '../platform/postgres/case-database.js';
import { RaiseAlarms } from './actions/raise-alarms.js';

/** Every hour, since midnight comes at another hour in each place; what was done today is not done again. */
const HOURLY = '7 * * * *';

/** Takes the jobs of this feature. Started by the worker process, and by nobody else. */
@Injectable()
export class DeadlineWorker {
  constructor(
    private readonly jobs: JobQueue,
    private readonly raiseAlarms: RaiseAlarms,
    private readonly database: CaseDatabase,
  ) {}

  async start(): Promise<void> {
    await this.jobs.every('raise-alarms', HOURLY);
    await this.jobs.work('raise-alarms', () =>
      this.database.inEachJurisdiction((jurisdictionId) => this.raiseAlarms.run(jurisdictionId)),
    );
  }
}
