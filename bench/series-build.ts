import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { AppModule } from '../src/app.module.js';
import { chicagoCharter, EstablishJurisdiction, type PublicationTerms } from '../src/charter/index.js';
import { ImportChicago } from '../src/complaint/index.js';
import { openDatabases } from '../src/database/open-databases.js';
import { RegisterStaff } from '../src/identity/index.js';
import { Clock } from '../src/platform/clock.js';
import { connectionOptions } from '../src/platform/postgres/connection-options.js';
import { readSettings } from '../src/platform/settings.js';
import {
  ApproveRelease,
  BuildRelease,
  PublishRelease,
  ReleaseReader,
  RequestRelease,
  VerifyRelease,
} from '../src/transparency/index.js';
import { temporaryDirectory } from './temporary-directory.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const DATASET = 'complaint-allegations';
const FILES = ['chicago-complaints', 'chicago-officers', 'chicago-accused', 'chicago-victims'];
const rules = JSON.parse(readFileSync('docs/examples/publication-rules.json', 'utf8')) as PublicationTerms;

/**
 * What it costs to build and publish Chicago's complaints as a series, beside building them each by themselves:
 * `series-build [folder of the public records] [--plain]`. Four releases: the first of an epoch, two that follow with what
 * was closed and corrected meanwhile, the first of the next epoch. Each way in a process of its own, for memory's sake.
 */
export async function run(words: string[]): Promise<void> {
  const epoch = words.includes('--plain') ? ('none' as const) : ('year' as const);
  const [folder = '../shared/data'] = words.filter((word) => word !== '--plain');
  const dataDirectory = await temporaryDirectory();
  const settings = { ...readSettings(), dataDirectory, logLevel: 'silent' as const };
  const databases = await openDatabases(settings, () => undefined);
  const app = await NestFactory.createApplicationContext(AppModule.with(databases), { logger: false });
  const owner = new pg.Client(connectionOptions(databases.ownerUrl ?? ''));
  await owner.connect();
  try {
    const datasets = { [DATASET]: { ...rules.datasets?.[DATASET], epoch } };
    const charter = { ...chicagoCharter, publication: { ...rules, datasets } };
    const place = { slug: 'chicago', name: 'City of Chicago', timeZone: 'America/Chicago' };
    const { id } = await app.get(EstablishJurisdiction).run({ ...place, charter });
    const files = FILES.map((file) => join(folder, `${file}.csv.gz`));
    const request = { files, rejectsFile: join(tmpdir(), 'series-rejects.csv'), jurisdictionSlug: place.slug };
    await app.get(ImportChicago).run(request);
    await owner.query(
      `UPDATE redress.complaint SET status = 'filed', source = NULL, source_key = NULL
        WHERE id IN (SELECT id FROM redress.complaint ORDER BY incident_on DESC NULLS LAST, id LIMIT 3000)`,
    );
    const years = new Date().getFullYear() + 1;
    const releases = [`${years}-01`, `${years}-02`, `${years}-03`, `${years + 1}-01`];
    for (const [at, month] of releases.entries()) {
      const then = new Date(`${month}-10T12:00:00Z`);
      app.get(Clock).now = () => then;
      if (at > 0) await goOn(owner, at);
      await release(app, id, month);
    }
  } finally {
    await owner.end();
    await app.close();
    await databases.stop();
    await rm(dataDirectory, { recursive: true });
  }
}

/** A month's complaints are closed, and some findings are corrected. */
async function goOn(owner: pg.Client, month: number): Promise<void> {
  await owner.query(
    `UPDATE redress.complaint SET status = 'closed', source = 'later', source_key = id::text
      WHERE id IN (SELECT id FROM redress.complaint WHERE status = 'filed' ORDER BY incident_on, id LIMIT 1000)`,
  );
  await owner.query(
    `INSERT INTO redress.finding (jurisdiction_id, id, complaint_id, allegation_id, stage, finding, generic_class, recorded_at, supersedes)
     SELECT jurisdiction_id, gen_random_uuid(), complaint_id, allegation_id, stage, finding,
            CASE generic_class WHEN 'sustained' THEN 'unfounded' ELSE 'sustained' END, now(), id
       FROM redress.finding f WHERE stage = 'final'
        AND NOT EXISTS (SELECT FROM redress.finding later WHERE later.supersedes = f.id) ORDER BY md5(id::text || $1) LIMIT 90`,
    [String(month)],
  );
}

async function release(app: INestApplicationContext, jurisdictionId: string, month: string): Promise<void> {
  const [clerk, director] = [
    await person(app, jurisdictionId, 'records'),
    await person(app, jurisdictionId, 'director'),
  ];
  const { id } = await app.get(RequestRelease).run(clerk, { dataset: DATASET });
  const built = await timed(() => app.get(BuildRelease).run({ jurisdictionId, releaseId: id }));
  if (built.done.status !== 'built') throw new Error(built.done.failure ?? built.done.status);
  const { sha256 } = await app.get(VerifyRelease).run(clerk, id);
  for (const actor of [clerk, director])
    await app.get(ApproveRelease).run(actor, { releaseId: id, fileSha256: sha256 });
  const published = await timed(() => app.get(PublishRelease).run(clerk, id));
  const manifest = (await app.get(ReleaseReader).show(clerk, id)).manifest;
  say(
    `${month}: built in ${built.told}, published in ${published.told}; ${JSON.stringify(manifest?.input)} less ${JSON.stringify(manifest?.suppressed)}, ` +
      `${JSON.stringify(manifest?.series ?? 'by itself')}; memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB at most`,
  );
}

async function timed<T>(work: () => Promise<T>): Promise<{ done: T; told: string }> {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const done = await work();
  const { user, system } = process.cpuUsage(cpu);
  return {
    done,
    told: `${((performance.now() - began) / 1000).toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor)`,
  };
}

async function person(app: INestApplicationContext, jurisdictionId: string, role: 'records' | 'director') {
  const roles = [role];
  const named = { signInName: `bench-${randomUUID()}`, displayName: 'Bench', password: randomUUID(), roles };
  const { id: staffId } = await app.get(RegisterStaff).run({ kind: 'system', jurisdictionId }, named);
  return { kind: 'staff', jurisdictionId, staffId, roles } as const;
}
