import { Injectable } from '@nestjs/common';
import { JobQueue } from '../platform/jobs/job-queue.js';
import { SealHistory } from './actions/seal-history.js';

const EVERY_MINUTE = '* * * * *';

/** Takes the jobs of this feature. Started by the worker process, and by nobody else. */
@Injectable()
export class SealWorker {
  constructor(
    private readonly jobs: JobQueue,
    private readonly sealHistory: SealHistory,
  ) {}

  async start(): Promise<void> {
    await this.jobs.every('seal-history', EVERY_MINUTE);
    await this.jobs.work('seal-history', async () => {
      await this.sealHistory.run();
    });
  }
}
