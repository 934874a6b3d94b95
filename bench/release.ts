import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import pg from 'pg';
import { AppModule } from '../src/app.module.js';
import { EstablishJurisdiction } from '../src/charter/index.js';
import { openDatabases } from '../src/database/open-databases.js';
import { RegisterStaff } from '../src/identity/index.js';
import { connectionOptions } from '../src/platform/postgres/connection-options.js';
import { CaseDatabase } from '../src/platform/postgres/case-database.js';
import { readSettings } from '../src/platform/settings.js';
import {
  ApproveRelease,
  BuildRelease,
  anonymizedDatasets,
  isOpenRelease,
  PublishRelease,
  ReleaseReader,
  RequestRelease,
  VerifyRelease,
} from '../src/transparency/index.js';
import { cityCharter, generateComplaints } from '../test/support/generated-complaints.js';
import { temporaryDirectory } from './temporary-directory.js';

const ROUNDS = 3;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Building a release against the plain question that it answers: `SELECT …, count(*) … GROUP BY` over the same
 * quasi-identifiers, rows and joins, asked by the same role. `release [complaints]` generates its data;
 * `release of <jurisdiction> [dataset]` takes what was imported into the database that the settings name.
 */
export async function run(words: string[]): Promise<void> {
  const [first = '181412', slug = 'riverton', dataset = 'complaint-allegations'] = words;
  const imported = first === 'of';
  const directory = imported ? readSettings().dataDirectory : await temporaryDirectory();
  const databases = await openDatabases(
    { ...readSettings(), dataDirectory: directory, logLevel: 'silent' },
    () => undefined,
  );
  const app = await NestFactory.createApplicationContext(AppModule.with(databases), {
    logger: false,
    abortOnError: false,
  });
  try {
    const place = { slug, name: 'Riverton', timeZone: 'America/Chicago', charter: cityCharter() };
    const { id } = await app.get(EstablishJurisdiction).run(place);
    if (!imported) await generate(databases.ownerUrl ?? '', id, Number(first));
    await compare(app, id, dataset);
  } finally {
    await app.close();
    await databases.stop();
    if (!imported) await rm(directory, { recursive: true });
  }
}

async function generate(ownerUrl: string, jurisdictionId: string, complaints: number): Promise<void> {
  const owner = new pg.Pool({ ...connectionOptions(ownerUrl), max: 1 });
  say(`generating ${complaints} complaints …`);
  await generateComplaints(owner, jurisdictionId, complaints);
  await owner.end();
}

async function compare(app: INestApplicationContext, jurisdictionId: string, dataset: string): Promise<void> {
  const groupings: number[] = [];
  const builds: number[] = [];
  const actor = await records(app, jurisdictionId);
  let newest = '';
  const before = process.memoryUsage().rss / 2 ** 20;
  for (let round = 0; round < ROUNDS; round++) {
    groupings.push(await seconds(() => groupBy(app.get(CaseDatabase), jurisdictionId, dataset)));
    const { id } = await app.get(RequestRelease).run(actor, { dataset });
    builds.push(await seconds(() => app.get(BuildRelease).run({ jurisdictionId, releaseId: id })));
    newest = id;
  }
  const peak = process.resourceUsage().maxRSS / 1024;
  const verifying = await seconds(() => app.get(VerifyRelease).run(actor, newest));
  const publishing = await seconds(() => publish(app, jurisdictionId, newest));
  const { manifest, failure } = await app.get(ReleaseReader).show(actor, newest);
  say(`failure     ${failure ?? 'none'}`);
  say(`rows        ${manifest?.input.rows ?? 0} of ${manifest?.input.units ?? 0} units`);
  say(`published   ${manifest?.file.rows ?? 0} rows, suppressed ${JSON.stringify(manifest?.suppressed)}`);
  for (const { name: column, shownAs } of manifest?.columns ?? [])
    if (shownAs !== undefined) say(`  ${column}: ${shownAs}`);
  if (manifest && !isOpenRelease(manifest)) say(`engine      ${JSON.stringify(manifest.engine)}`);
  say(`GROUP BY    ${groupings.map((value) => value.toFixed(2)).join(' ')} s`);
  say(`build       ${builds.map((value) => value.toFixed(2)).join(' ')} s`);
  say(`verify      ${verifying.toFixed(2)} s`);
  say(`publish     ${publishing.toFixed(2)} s (rows, indexes)`);
  say(`ratio       ${(median(builds) / median(groupings)).toFixed(1)} × (at most 20)`);
  say(`peak RSS    ${peak.toFixed(0)} MiB (at most 600; ${before.toFixed(0)} MiB before the first build)`);
}

async function publish(app: INestApplicationContext, jurisdictionId: string, releaseId: string): Promise<void> {
  const people = [await records(app, jurisdictionId), await records(app, jurisdictionId)] as const;
  const { fileSha256 } = await app.get(ReleaseReader).show(people[0], releaseId);
  for (const person of people) await app.get(ApproveRelease).run(person, { releaseId, fileSha256: fileSha256 ?? '' });
  await app.get(PublishRelease).run(people[0], releaseId);
}

async function records(app: INestApplicationContext, jurisdictionId: string) {
  const person = {
    signInName: `bench-${randomUUID()}`,
    displayName: 'Bench',
    password: randomUUID(),
    roles: ['records'] as const,
  };
  const { id: staffId } = await app.get(RegisterStaff).run({ kind: 'system', jurisdictionId }, person);
  return { kind: 'staff', jurisdictionId, staffId, roles: person.roles } as const;
}

async function groupBy(database: CaseDatabase, jurisdictionId: string, dataset: string): Promise<void> {
  const spec = anonymizedDatasets.find((known) => known.dataset === dataset);
  if (!spec) throw new Error(`There is no dataset ${dataset}.`);
  const names = spec.columns.filter(({ role }) => role === 'quasi-identifier').map(({ name }) => name);
  const grouped = `SELECT ${names.join(', ')}, count(*) FROM (${spec.source}) source GROUP BY ${names.join(', ')}`;
  const counted = `SELECT count(*) FROM (${grouped}) classes`;
  await database.read({ jurisdictionId }, (manager) => manager.query(counted));
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
