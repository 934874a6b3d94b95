import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CharterModule } from '../../src/charter/index.js';
import { ImportChicago } from '../../src/complaint/imports/chicago/import-chicago.js';
import { type Connections, DatabaseModule } from '../../src/database/database.module.js';
import type { BulkRequest, BulkSummary } from '../../src/platform/bulk/bulk-run.js';
import { ImportMapped, type MappedSummary } from '../../src/use-of-force-report/imports/mapped/import-mapped.js';
import type { Mapping } from '../../src/use-of-force-report/mapping/mapping.js';
import { shippedMappings } from '../../src/use-of-force-report/mapping/shipped-mappings.js';

/** `chicago`, or the name of a mapping that comes with the program */
export type Profile = 'chicago' | 'new-jersey' | 'new-orleans' | 'dallas' | 'austin';
type Request = BulkRequest & { jurisdictionSlug?: string };

@Module({})
class ImportsAlone {}

/** The action over these connections, without the rest of the application. */
export async function runImport(connections: Connections, profile: Profile, request: Request): Promise<BulkSummary> {
  if (profile === 'chicago') return withAction(connections, ImportChicago, (action) => action.run(request));
  return runMapped(connections, shippedMappings().get(profile)!, request);
}

export async function runMapped(connections: Connections, mapping: Mapping, request: Request): Promise<MappedSummary> {
  return withAction(connections, ImportMapped, (action) => action.run({ ...request, mapping }));
}

async function withAction<Action, T>(
  connections: Connections,
  type: new (...parameters: never[]) => Action,
  work: (action: Action) => Promise<T>,
): Promise<T> {
  const module = {
    module: ImportsAlone,
    imports: [DatabaseModule.with(connections), CharterModule],
    providers: [type],
  };
  const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  try {
    return await work(app.get(type));
  } finally {
    await app.close();
  }
}
