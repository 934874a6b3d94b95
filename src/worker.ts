import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AfterVoteWorker } from './after-vote/index.js';
import { AppModule } from './app.module.js';
import { SealWorker } from './audit-log/index.js';
import { ComplaintWorker } from './complaint/index.js';
import type { Connections } from './database/database.module.js';
import { DeadlineWorker } from './deadline/index.js';
import { DepartmentReportingWorker } from './department-reporting/index.js';
import { EvidenceWorker } from './evidence/index.js';
import { ReleaseWorker } from './transparency/index.js';
import { ReporterWorker } from './use-of-force-report/index.js';

/** The only place that takes jobs: in a process of its own (`work`), or beside the server of a small deployment. */
export async function takeJobs(app: INestApplicationContext): Promise<void> {
  await app.get(ReleaseWorker).start();
  await app.get(DeadlineWorker).start();
  await app.get(EvidenceWorker).start();
  await app.get(ComplaintWorker).start();
  await app.get(ReporterWorker).start();
  await app.get(SealWorker).start();
  await app.get(AfterVoteWorker).start();
  await app.get(DepartmentReportingWorker).start();
}

export async function work(connections: Connections): Promise<{ stop(): Promise<void> }> {
  const app = await NestFactory.createApplicationContext(AppModule.with(connections), {
    logger: false,
    abortOnError: false,
  });
  await takeJobs(app);
  return { stop: () => app.close() };
}
