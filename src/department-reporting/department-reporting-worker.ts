import { Injectable } from '@nestjs/common';
import { JobQueue } from '../platform/jobs/job-queue.js';
import { CaseDatabase } from '../platform/postgres/case-database.js';
import { CountDepartmentReporting } from './actions/count-department-reporting.js';

/** Figures move when enough reports have changed: who looks once an hour shows that within the hour, and new months with the day. */
const HOURLY = '11 * * * *';

/** Takes the jobs of this feature. Started by the worker process, and by nobody else. */
@Injectable()
export class DepartmentReportingWorker {
  constructor(
    private readonly jobs: JobQueue,
    private readonly countDepartmentReporting: CountDepartmentReporting,
    private readonly database: CaseDatabase,
  ) {}

  async start(): Promise<void> {
    await this.jobs.every('count-department-reporting', HOURLY);
    await this.jobs.work('count-department-reporting', () =>
      this.database.inEachJurisdiction((jurisdictionId) => this.countDepartmentReporting.run(jurisdictionId)),
    );
  }
}
