import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JobQueue } from '../platform/jobs/job-queue.js';
import { DeleteErased } from './actions/delete-erased.js';

const NIGHTLY = '23 3 * * *';

/** Takes the jobs of this feature. Started by the worker process, and by nobody else. */
@Injectable()
export class ComplaintWorker {
  constructor(
    private readonly jobs: JobQueue,
    private readonly deleteErased: DeleteErased,
    private readonly dataSource: DataSource,
  ) {}

  async start(): Promise<void> {
    await this.jobs.every('delete-erased', NIGHTLY);
    await this.jobs.work('delete-erased', () => this.everywhere((id) => this.deleteErased.run(id)));
  }

  private async everywhere(work: (jurisdictionId: string) => Promise<unknown>): Promise<void> {
    const places: { id: string }[] = await this.dataSource.query('SELECT id FROM redress.jurisdiction');
    for (const { id } of places) await work(id);
  }
}
