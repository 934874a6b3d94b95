import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule } from '../src/app.module.js';
import {
  chicagoCharter,
  EstablishJurisdiction,
  newJerseyCharter,
  type PublicationTerms,
} from '../src/charter/index.js';
import { ImportChicago } from '../src/complaint/index.js';
import { openDatabases } from '../src/database/open-databases.js';
import { RegisterStaff } from '../src/identity/index.js';
import { readSettings } from '../src/platform/settings.js';
import {
  BuildRelease,
  isOpenRelease,
  ReleaseReader,
  RequestRelease,
  VerifyRelease,
} from '../src/transparency/index.js';
import { ReleaseFiles } from '../src/platform/storage/release-files.js';
import type { ColumnSuppression } from '../src/transparency/report/index.js';
import { ImportMapped, shippedMappings } from '../src/use-of-force-report/index.js';
import { suppressionByValue } from './suppression-by-value.js';
import { temporaryDirectory } from './temporary-directory.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The rules of publication under which both are released: k = 11 people, l = 2 on the outcome, t = 0.3 on race. */
const RULES = JSON.parse(readFileSync('docs/examples/publication-rules.json', 'utf8')) as PublicationTerms;

const PLACES = {
  chicago: {
    ...{ slug: 'chicago', name: 'City of Chicago', timeZone: 'America/Chicago', charter: chicagoCharter },
    ...{ dataset: 'complaint-allegations', race: 'complainant_race', importer: ImportChicago },
    files: ['chicago-complaints', 'chicago-officers', 'chicago-accused', 'chicago-victims'],
  },
  'new-jersey': {
    ...{ slug: 'new-jersey', name: 'State of New Jersey', timeZone: 'America/New_York', charter: newJerseyCharter },
    ...{ dataset: 'use-of-force', race: 'subject_race', importer: ImportMapped },
    files: ['nj-use-of-force'],
  },
} as const;
type PlaceName = keyof typeof PLACES;

/**
 * `real-releases [folder of the public records] [place …] [--keep directory]`: imports both real data sets, releases them
 * under the rules of docs/examples/publication-rules.json, verifies the files, and prints what a reader loses, and who.
 */
export async function run(words: string[]): Promise<void> {
  const kept = words.includes('--keep') ? words[words.indexOf('--keep') + 1] : undefined;
  const [folder = '../shared/data', ...named] = words.filter((word) => word !== '--keep' && word !== kept);
  if (!existsSync(folder)) throw new Error(`The public records are not in ${folder}: say where they are.`);
  const dataDirectory = kept ?? (await temporaryDirectory());
  const settings = { ...readSettings(), dataDirectory, logLevel: 'silent' as const };
  const databases = await openDatabases(settings, () => undefined);
  const app = await NestFactory.createApplicationContext(AppModule.with(databases), { logger: false });
  try {
    for (const name of (named.length > 0 ? named : Object.keys(PLACES)) as PlaceName[])
      await release(app, name, folder);
  } finally {
    await app.close();
    await databases.stop();
    if (kept === undefined) await rm(dataDirectory, { recursive: true });
  }
}

async function release(app: INestApplicationContext, name: PlaceName, folder: string): Promise<void> {
  const { importer, files, dataset, race, ...place } = PLACES[name];
  const charter = { ...place.charter, publication: RULES };
  const { id: jurisdictionId } = await app.get(EstablishJurisdiction).run({ ...place, charter });
  const paths = files.map((file) => join(folder, `${file}.csv.gz`));
  const request = { files: paths, rejectsFile: join(tmpdir(), `${name}-rejects.csv`), jurisdictionSlug: place.slug };
  const mapping = shippedMappings().get(name);
  const imported = await (importer === ImportMapped && mapping
    ? app.get(ImportMapped).run({ ...request, mapping })
    : app.get(ImportChicago).run(request));
  say(`\n${name}: ${imported.rows} rows read, ${imported.rejected} rejected`);
  const actor = await clerk(app, jurisdictionId);
  const { id } = await app.get(RequestRelease).run(actor, { dataset });
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const { status, failure } = await app.get(BuildRelease).run({ jurisdictionId, releaseId: id });
  const { user, system } = process.cpuUsage(cpu);
  say(
    `built in ${((performance.now() - began) / 1000).toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor): ${failure ?? status}`,
  );
  if (status !== 'built') return;
  const proof = await app.get(VerifyRelease).run(actor, id);
  say(`verified: ${proof.ok}, k = ${proof.k}, ${proof.classes} descriptions, ${proof.violationCount} violations`);
  const { manifest } = await app.get(ReleaseReader).show(actor, id);
  if (!manifest || isOpenRelease(manifest)) return;
  const { engine, suppressed, columns, demands } = manifest;
  say(
    `demands: k = ${manifest.k}, ${demands.map((demand) => JSON.stringify({ ...demand, overall: undefined })).join(', ')}`,
  );
  for (const { name: column, shownAs } of columns) if (shownAs !== undefined) say(`  ${column}: ${shownAs}`);
  say(
    `loss ${engine.informationLoss.toFixed(0)}, ${engine.optimal ? 'proven least' : `gap ${(engine.gap * 100).toFixed(2)} %`}`,
  );
  say(`suppressed ${JSON.stringify(suppressed)} of ${JSON.stringify(manifest.input)}`);
  const directory = app.get(ReleaseFiles).directoryOf({ jurisdiction: place.slug, dataset, version: manifest.version });
  for (const column of (await app.get(ReleaseReader).show(actor, id)).report?.suppression ?? []) describe(column);
  say(`report: ${join(directory, 'report.html')}`);
  for (const line of await suppressionByValue(app, { jurisdictionId, releaseId: id, column: race })) say(`  ${line}`);
}

/** A column's groups as the report tells them: counts in steps, so that they tell of no single person. */
function describe({ title, groupedBy, groups, other, step }: ColumnSuppression): void {
  if (step === null) return;
  say(`left out by ${title.toLowerCase()} (${groupedBy}), counts in steps of ${step}:`);
  const range = ({ least, most }: { least: number; most: number }, of = 1): string =>
    least === most
      ? (least * of).toFixed(of === 1 ? 0 : 1)
      : `${(least * of).toFixed(of === 1 ? 0 : 1)}-${(most * of).toFixed(of === 1 ? 0 : 1)}`;
  const lines = other === null ? groups : [...groups, { ...other, label: 'all others' }];
  for (const { label, input, suppressed, share } of lines.slice(0, 12))
    say(`  ${label}: ${range(suppressed)} of ${range(input)} left out, ${range(share, 100)} %`);
  if (lines.length > 12) say(`  … and ${lines.length - 12} more`);
}

async function clerk(app: INestApplicationContext, jurisdictionId: string) {
  const roles = ['records'] as const;
  const person = { signInName: `bench-${randomUUID()}`, displayName: 'Bench', password: randomUUID(), roles };
  const { id: staffId } = await app.get(RegisterStaff).run({ kind: 'system', jurisdictionId }, person);
  return { kind: 'staff', jurisdictionId, staffId, roles } as const;
}
