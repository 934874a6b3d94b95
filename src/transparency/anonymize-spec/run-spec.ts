import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Fault, RuleBroken } from '../../platform/errors/rule-broken.js';
import { AnonymizationRefused } from '../anonymize/index.js';
import { BuildFailed } from '../build/build-failure.js';
import { type BuildStep, buildTable, type BuiltTable } from '../build/build-table.js';
import { reportFiles } from '../build/report-files.js';
import { Pseudonyms } from '../build/pseudonyms.js';
import { tableManifest } from '../build/release-manifest.js';
import { removeDirectory, writeListed } from '../build/write-release.js';
import { canonicalJson } from '../rules/canonical-json.js';
import { csvHeader, CsvRows } from './csv-rows.js';
import { planSpec } from './plan-spec.js';
import { readSpec, specRefused } from './read-spec.js';
import type { SpecDocument } from './spec-document.js';
import { type SpecManifest, specManifest } from './spec-manifest.js';

export interface SpecRun {
  readonly specPath: string;
  readonly dataPath: string;
  /** Must not exist, or be empty. */
  readonly out: string;
  readonly onStep?: (step: BuildStep) => void;
}

export interface SpecResult {
  readonly manifest: SpecManifest;
  readonly seconds: BuiltTable['seconds'];
}

/**
 * Anonymizes a CSV file as a spec says, into a directory that `redress verify` can read: the file, the manifest and the
 * dictionary. They are there whole, or not at all.
 * @throws RuleBroken with a stable code: the spec, the file or what is asked of it is refused
 */
export async function runSpec({ specPath, dataPath, out, onStep }: SpecRun): Promise<SpecResult> {
  const spec = await readSpec(specPath);
  const header = await csvHeader(dataPath);
  refuse(columnFaults(spec, header));
  if ((await readdir(out).catch(() => [])).length > 0)
    throw new RuleBroken('out-not-empty', `${out} holds files already: name a directory that is new or empty.`, 422);
  const final = resolve(out);
  const unfinished = join(dirname(final), `.unfinished.${basename(final)}.${randomUUID()}`);
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const unit = spec.columns.find(({ role }) => role === 'unit')?.name ?? null;
  const rows = new CsvRows(dataPath, header, unit, unfinished);
  try {
    const plan = planSpec(spec, dirname(specPath));
    const key = spec.seed === undefined ? Pseudonyms.newKey() : createHash('sha256').update(spec.seed).digest();
    const built = await buildTable(rows, plan, {
      ...{ path: join(unfinished, 'data.csv'), key },
      ...(onStep === undefined ? {} : { onStep }),
    });
    rows.remove();
    const { manifest, texts } = specManifest(spec, specHash(spec), tableManifest(spec.dataset, plan, built));
    const { dataset, title, version } = manifest;
    const report = await reportFiles(built.choice, { dataset, title, version, unitWord: unit ?? 'row' });
    const written = await writeListed(unfinished, manifest, [...texts, ...report]);
    await removeDirectory(final);
    await rename(unfinished, final);
    return { manifest: written, seconds: built.seconds };
  } catch (error) {
    throw error instanceof AnonymizationRefused || error instanceof BuildFailed
      ? new RuleBroken(error.code, explained(error), 422)
      : error;
  } finally {
    rows.remove();
    await removeDirectory(unfinished);
  }
}

/** The seed is a secret: neither it nor its hash may be published. */
function specHash({ seed: _, ...spec }: SpecDocument): string {
  return createHash('sha256').update(canonicalJson(spec)).digest('hex');
}

/** Every column of the file needs a role, so that nothing leaves because nobody thought of it. */
function columnFaults({ columns }: SpecDocument, header: readonly string[]): Fault[] {
  const named = new Set(columns.map(({ name }) => name));
  return [
    ...header
      .filter((name) => !named.has(name))
      .map((name) => `the file has a column ${name} without a role: add it, with role identifier if it must not leave`),
    ...columns
      .filter(({ name }) => !header.includes(name))
      .map(({ name }) => `the file has no column ${name}; it has: ${header.join(', ')}`),
  ].map((message) => ({ path: '/columns', code: 'spec-columns', message }));
}

function refuse(faults: Fault[]): void {
  if (faults.length > 0) throw specRefused(faults);
}

function explained(error: AnonymizationRefused | BuildFailed): string {
  if (error.code === 'infeasible')
    return 'No allowed transformation meets the demands: raise suppressionLimit or a maxLevel, or ask for less.';
  if (error.code === 'no-rows') return 'The file has no rows.';
  if (error.code === 'source-changed') return 'The file was changed while it was read: nothing was written.';
  if (error.code === 'unit-value-varies')
    return `${error.message.split(' is declared')[0] ?? ''} differs among the rows of one unit: take perUnit away.`;
  return error.message;
}
