import { Injectable } from '@nestjs/common';
import type { ClientBase } from 'pg';
import { PublishedDatabase } from '../../platform/postgres/published-database.js';
import { BuildFailed } from '../build/build-failure.js';
import { cutStatement } from '../build/open/cut-statement.js';
import { columnsOfCut, cutManifest, recordManifest } from '../build/open/open-manifest.js';
import { recordStatement } from '../build/open/record-statement.js';
import { writeOpen } from '../build/open/write-open.js';
import type { CutSpec, RecordSpec } from '../datasets/open-spec.js';
import { tableOfRows } from '../records/published-rows.store.js';
import { type BuildPlace, type BuiltContent, type OpenGround, PATIENCE } from './release-ground.js';

const DATA = 'data.csv';
const nothingToKeep = (): Promise<void> => Promise.resolve();

/**
 * The content of a release that says nothing new: read through the role that has no right on any case table, so that it
 * cannot (docs/decisions/0054).
 */
@Injectable()
export class BuildOpen {
  constructor(private readonly database: PublishedDatabase) {}

  /** @throws BuildFailed no-rows, no-source-release, source-lacks-column */
  async run({ spec, source, place }: OpenGround, { path, watch }: BuildPlace): Promise<BuiltContent> {
    watch.onStage('writing');
    return inPatience(this.database, async (client) => {
      const built =
        spec.basis === 'cut'
          ? await cut(client, { spec, source }, path)
          : await record(client, { spec, slug: place.slug }, path);
      if (built.manifest.file.rows === 0) throw new BuildFailed('no-rows');
      return { ...built, others: [], keep: nothingToKeep };
    });
  }
}

type Built = Pick<BuiltContent, 'manifest' | 'officers'>;

async function cut(
  client: ClientBase,
  { spec, source }: { spec: CutSpec; source: OpenGround['source'] },
  path: string,
): Promise<Built> {
  if (source === null) throw new BuildFailed('no-source-release');
  const { manifest, releaseId } = source;
  const known = new Set(manifest.columns.map(({ name }) => name));
  const columns = columnsOfCut(spec, manifest);
  if (columns.some(({ of }) => !known.has(of))) throw new BuildFailed('source-lacks-column');
  const statement = cutStatement(spec, columns, tableOfRows(releaseId));
  const named = columns.map(({ name }) => ({ name, type: 'counted' }));
  const written = await writeOpen(client, statement, { path, name: DATA, columns: named });
  return { manifest: cutManifest(spec, columns, manifest, written), officers: manifest.officers };
}

async function record(
  client: ClientBase,
  { spec, slug }: { spec: RecordSpec; slug: string },
  path: string,
): Promise<Built> {
  const { columns } = spec;
  const written = await writeOpen(client, recordStatement(spec, slug), { path, name: DATA, columns });
  return { manifest: recordManifest(spec, written), officers: [] };
}

/** One snapshot, read only. */
async function inPatience<T>(database: PublishedDatabase, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await database.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(`SELECT set_config('statement_timeout', $1, true)`, [PATIENCE]);
    const done = await work(client);
    await client.query('COMMIT');
    client.release();
    return done;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
