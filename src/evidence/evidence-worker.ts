import { Injectable } from '@nestjs/common';
import { JobQueue } from '../platform/jobs/job-queue.js';
import { CaseDatabase } from '../platform/postgres/case-database.js';
import { ScanFile } from './actions/scan-file.js';
import { SweepUploads } from './actions/sweep-uploads.js';
import type { ScanJob } from './records/evidence-ground.js';

const NIGHTLY = '41 3 * * *';

/** Takes the jobs of this feature. Started by the worker process, and by nobody else. */
@Injectable()
export class EvidenceWorker {
  constructor(
    private readonly jobs: JobQueue,
    private readonly scanFile: ScanFile,
    private readonly sweepUploads: SweepUploads,
    private readonly database: CaseDatabase,
  ) {}

  async start(): Promise<void> {
    await this.jobs.work<ScanJob>('scan-evidence', async (job) => {
      await this.scanFile.run(job);
    });
    await this.jobs.every('sweep-uploads', NIGHTLY);
    await this.jobs.work('sweep-uploads', () =>
      this.database.inEachJurisdiction((jurisdictionId) => this.sweepUploads.run(jurisdictionId)),
    );
  }
}
