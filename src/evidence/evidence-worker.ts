import { Injectable } from '@nestjs/common';
import { JobQueue } from '../platform/jobs/job-queue.js';
import { ScanFile } from './actions/scan-file.js';
import { TendEvidence } from './actions/tend-evidence.js';
import type { ScanJob } from './records/evidence-ground.js';

const NIGHTLY = '41 3 * * *';
const EVERY_FIVE_MINUTES = '*/5 * * * *';

/** Takes the jobs of this feature. Started by the worker process, and by nobody else. */
@Injectable()
export class EvidenceWorker {
  constructor(
    private readonly jobs: JobQueue,
    private readonly scanFile: ScanFile,
    private readonly tend: TendEvidence,
  ) {}

  async start(): Promise<void> {
    await this.jobs.work<ScanJob>('scan-evidence', async (job) => {
      await this.scanFile.run(job);
    });
    await this.jobs.every('sweep-uploads', NIGHTLY);
    await this.jobs.work('sweep-uploads', () => this.tend.sweep());
    await this.jobs.every('copy-pictures', EVERY_FIVE_MINUTES);
    await this.jobs.work('copy-pictures', () => this.tend.copy());
  }
}
