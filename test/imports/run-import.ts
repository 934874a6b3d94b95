import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CharterModule } from '../../src/charter/index.js';
import { ImportChicago } from '../../src/complaint/imports/chicago/import-chicago.js';
import { type Connections, DatabaseModule } from '../../src/database/database.module.js';
import type { BulkRequest, BulkSummary } from '../../src/platform/bulk/bulk-run.js';
import { ImportNewJersey } from '../../src/use-of-force-report/imports/new-jersey/import-new-jersey.js';

const actions = { chicago: ImportChicago, 'new-jersey': ImportNewJersey };
export type Profile = keyof typeof actions;

@Module({})
class ImportsAlone {}

/** The action over these connections, without the rest of the application. */
export async function runImport(
  connections: Connections,
  profile: Profile,
  request: BulkRequest & { jurisdictionSlug?: string },
): Promise<BulkSummary> {
  const module = {
    module: ImportsAlone,
    imports: [DatabaseModule.with(connections), CharterModule],
    providers: [actions[profile]],
  };
  const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  try {
    return await app.get(actions[profile]).run(request);
  } finally {
    await app.close();
  }
}
