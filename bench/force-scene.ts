import { NestFactory } from '@nestjs/core';
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { AppModule } from '../src/app.module.js';
import { type CharterDocument, EstablishJurisdiction, genericCharter } from '../src/charter/index.js';
import { openDatabases } from '../src/database/open-databases.js';
import { IssueDepartmentKey, RegisterDepartment } from '../src/identity/index.js';
import { connectionOptions } from '../src/platform/postgres/connection-options.js';
import { readSettings } from '../src/platform/settings.js';
import { temporaryDirectory } from './temporary-directory.js';

/** Every report is held to three programmes. */
const withThreeProfiles: CharterDocument = {
  ...genericCharter,
  forceProfiles: [
    ...genericCharter.forceProfiles,
    { ...genericCharter.forceProfiles[0]!, profile: 'california', from: '2016-01-01' },
  ],
};

/** A database of its own with one place and one department in it, and what a server is started with to serve them. */
export interface ForceScene {
  ownerUrl: string;
  owner: pg.Client;
  /** Of the database server, as processorTime wants it */
  postgres: string;
  department: { id: string; key: string };
  environment: Record<string, string>;
  end(): Promise<void>;
}

export async function openForceScene(): Promise<ForceScene> {
  const dataDirectory = await temporaryDirectory();
  const master = randomBytes(32).toString('base64');
  const settings = readSettings({ DATA_DIRECTORY: dataDirectory, MASTER_KEY: master });
  const databases = await openDatabases(settings, () => undefined);
  const ownerUrl = databases.ownerUrl!;
  const environment = { DATABASE_URL: ownerUrl, MASTER_KEY: master, DATA_DIRECTORY: dataDirectory };
  const owner = new pg.Client(connectionOptions(ownerUrl));
  await owner.connect();
  const app = await NestFactory.createApplicationContext(AppModule.with({ ...databases, logLevel: 'silent' }), {
    logger: false,
  });
  const place = { slug: 'riverton', name: 'Riverton', timeZone: 'America/Chicago', charter: withThreeProfiles };
  const { id: jurisdictionId } = await app.get(EstablishJurisdiction).run(place);
  const system = { kind: 'system', jurisdictionId } as const;
  const { id } = await app.get(RegisterDepartment).run(system, { name: 'Riverton PD' });
  const { key } = await app.get(IssueDepartmentKey).run(system, id, 'bench');
  await app.close();
  const end = async (): Promise<void> => {
    await owner.end();
    await databases.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  };
  return {
    ownerUrl,
    owner,
    postgres: join(dataDirectory, 'postgres/cluster'),
    department: { id, key },
    environment,
    end,
  };
}
