import { Injectable } from '@nestjs/common';
import { JobQueue } from '../platform/jobs/job-queue.js';
import { BuildRelease } from './actions/build-release.js';
import type { BuildJob } from './actions/request-release.js';

/** Takes the jobs of this feature. Started by the worker process, and by nobody else. */
@Injectable()
export class ReleaseWorker {
  constructor(
    private readonly jobs: JobQueue,
    private readonly builder: BuildRelease,
  ) {}

  async start(): Promise<void> {
    await this.jobs.work<BuildJob>('build-release', async (job) => {
      await this.builder.run(job);
    });
  }
}
