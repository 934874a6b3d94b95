import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import type { Connections } from './database/database.module.js';
import { ReleaseWorker } from './transparency/index.js';

/** The only place that takes jobs. */
export async function work(connections: Connections): Promise<{ stop(): Promise<void> }> {
  const app = await NestFactory.createApplicationContext(AppModule.with(connections), { logger: false, abortOnError: false });
  await app.get(ReleaseWorker).start();
  return { stop: () => app.close() };
}
