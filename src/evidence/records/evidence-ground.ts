import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { EvidenceSettings } from '../../platform/settings.js';
import { EvidenceFiles } from './evidence-files.js';

/** Names the file that a scanner is to look at. */
export interface ScanJob {
  jurisdictionId: string;
  complaintId: string;
  itemId: string;
}

/** What the actions on files stand on: where the bytes go, how many may come, who looks for what is malicious in them. */
@Injectable()
export class EvidenceGround {
  constructor(
    readonly files: EvidenceFiles,
    readonly settings: EvidenceSettings,
    private readonly jobs: JobQueue,
  ) {}

  /** In the transaction of the file's row: neither is without the other. */
  async enqueueScan(manager: EntityManager, job: ScanJob): Promise<void> {
    await this.jobs.enqueue(manager, 'scan-evidence', job);
  }
}
