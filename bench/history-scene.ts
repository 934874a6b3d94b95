import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { rm } from 'node:fs/promises';
import pg from 'pg';
import { AppModule } from '../src/app.module.js';
import { SealHistory } from '../src/audit-log/index.js';
import { EstablishJurisdiction, genericCharter } from '../src/charter/index.js';
import { openDatabases } from '../src/database/open-databases.js';
import { connectionOptions } from '../src/platform/postgres/connection-options.js';
import { readSettings } from '../src/platform/settings.js';
import { temporaryDirectory } from './temporary-directory.js';

/** A place whose history holds so many events more, put there by the database in one statement and not sealed yet. */
export interface HistoryScene {
  app: INestApplicationContext;
  /** The superuser */
  owner: pg.Client;
  happen(events: number): Promise<void>;
  seal(): ReturnType<SealHistory['run']>;
  end(): Promise<void>;
}

export async function openHistoryScene(): Promise<HistoryScene> {
  const dataDirectory = await temporaryDirectory();
  const databases = await openDatabases(readSettings({ DATA_DIRECTORY: dataDirectory }), () => undefined);
  const owner = new pg.Client(connectionOptions(databases.ownerUrl!));
  await owner.connect();
  const app = await NestFactory.createApplicationContext(AppModule.with({ ...databases, logLevel: 'silent' }), {
    logger: false,
  });
  const place = { slug: 'riverton', name: 'Riverton', timeZone: 'America/Chicago', charter: genericCharter };
  const { id } = await app.get(EstablishJurisdiction).run(place);
  return {
    app,
    owner,
    happen: async (events) => {
      await owner.query(
        `INSERT INTO redress.history_event (jurisdiction_id, id, at, actor_kind, action, subject_kind, subject_id, details)
         SELECT $1, uuidv7(), clock_timestamp() - interval '1 day', 'system', 'complaint.file', 'complaint', gen_random_uuid(),
                jsonb_build_object('number', n, 'fields', jsonb_build_array('channel', 'language'))
           FROM generate_series(1, $2::int) AS n`,
        [id, events],
      );
    },
    seal: () => app.get(SealHistory).run(),
    end: async () => {
      await app.close();
      await owner.end();
      await databases.stop();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
