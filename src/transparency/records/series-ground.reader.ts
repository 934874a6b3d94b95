import type { EntityManager } from 'typeorm';
import type { OrganizationKeys } from '../../platform/keys/index.js';
import type { ReleaseManifest } from '../build/release-manifest.js';
import { type EpochClasses, emptyLedger, type FormerRelease, type Ledger, realigned } from '../series/index.js';
import { codedWords } from './release-code.store.js';
import { epochKey, epochsOf, type ReleaseEpoch } from './release-epoch.store.js';
import { type LedgerUnits, readLedger } from './release-member.store.js';
import { publishedSteps } from './release-step.store.js';

export type KnownUnits = LedgerUnits & { readonly ledger: Ledger };

/** All that was published of a dataset so far, as the next release has to be planned beside it. */
export interface SeriesGround {
  readonly epoch: ReleaseEpoch;
  readonly key: Buffer;
  readonly known: KnownUnits;
  /** Of an epoch's first release: the epoch before, to which there is a way until this release is out. */
  readonly before: { readonly key: Buffer; readonly known: KnownUnits } | null;
  /** Code → text of a class's rows. */
  readonly classes: readonly string[];
  /** Per sensitive column: code → what a unit's rows say there. */
  readonly values: readonly (readonly string[])[];
  /** Quasi-identifier → published word → what it is part of. */
  readonly ancestors: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  readonly former: readonly { readonly classes: EpochClasses; readonly releases: readonly FormerRelease[] }[];
  /** Releases of the dataset that are out, in all epochs. */
  readonly beside: number;
  /** The epoch's first and last release that are out; null before there is one. */
  readonly published: { readonly first: ReleaseManifest; readonly last: ReleaseManifest } | null;
}

/** Names of the plan's columns, in its order. */
export interface SeriesNames {
  readonly quasi: readonly string[];
  readonly sensitive: readonly string[];
}

/** @throws SeriesRefused series-key-destroyed */
export async function readSeriesGround(
  manager: EntityManager,
  keys: OrganizationKeys,
  asked: ReleaseEpoch,
  names: SeriesNames,
): Promise<SeriesGround> {
  const epochs = await epochsOf(manager, asked.dataset);
  const epoch = epochs.find(({ id }) => id === asked.id) ?? asked;
  const earlier = epochs.filter(({ id, releases }) => id !== epoch.id && releases > 0);
  const last = earlier.at(-1);
  const manifests = await manifestsOf(manager, epoch.id);
  const values: string[][] = [];
  for (const name of names.sensitive) values.push(await codedWords(manager, epoch.dataset, `value ${name}`));
  const former: SeriesGround['former'][number][] = [];
  for (const each of earlier) former.push(await formerOf(manager, each, names.sensitive));
  return {
    epoch,
    key: await epochKey(manager, keys, epoch.id),
    known: await knownUnits(manager, epoch, names.sensitive, names.sensitive),
    before: epoch.releases === 0 && last?.open === true ? await beforeOf(manager, keys, last, names) : null,
    classes: await codedWords(manager, epoch.dataset, `class ${epoch.id}`),
    values,
    ancestors: await ancestorsOf(manager, epoch, names.quasi),
    former,
    beside: epochs.reduce((sum, { releases }) => sum + releases, 0),
    published: manifests[0] ? { first: manifests[0], last: manifests.at(-1) ?? manifests[0] } : null,
  };
}

async function beforeOf(manager: EntityManager, keys: OrganizationKeys, epoch: ReleaseEpoch, names: SeriesNames) {
  const [first] = await manifestsOf(manager, epoch.id);
  const known = await knownUnits(manager, epoch, namesOf(first, 'sensitive'), names.sensitive);
  return { key: await epochKey(manager, keys, epoch.id), known };
}

/** @param then sensitive columns as the epoch had them @param now as the plan has them */
async function knownUnits(
  manager: EntityManager,
  epoch: ReleaseEpoch,
  then: readonly string[],
  now: readonly string[],
): Promise<KnownUnits> {
  const steps = await publishedSteps(manager, epoch.id);
  const cohorts = steps.at(-1)?.cohorts ?? [];
  const read = await readLedger(manager, epoch.id, { releases: steps.length, cohorts, attributes: then.length });
  const { ledger } = read;
  const size = ledger.cohortOf.length;
  const inOrder = (lists: readonly Int32Array[]): Int32Array[] =>
    now.map((name) => lists[then.indexOf(name)] ?? new Int32Array(size));
  const { sensitive, first, among } = ledger;
  const aligned = { sensitive: inOrder(sensitive), first: inOrder(first), among: inOrder(among) };
  return { ...read, ledger: size === 0 && steps.length === 0 ? emptyLedger(now.length) : { ...ledger, ...aligned } };
}

async function formerOf(manager: EntityManager, epoch: ReleaseEpoch, now: readonly string[]) {
  const [first] = await manifestsOf(manager, epoch.id);
  const quasi = namesOf(first, 'quasi-identifier');
  const ancestors = await ancestorsOf(manager, epoch, quasi);
  const texts = await codedWords(manager, epoch.dataset, `class ${epoch.id}`);
  const steps = await publishedSteps(manager, epoch.id);
  return {
    classes: {
      columns: quasi.map((name) => ({
        name,
        level: epoch.levels[name] ?? 0,
        ancestors: ancestors.get(name) ?? new Map<string, readonly string[]>(),
      })),
      signatures: texts.map((text) => JSON.parse(text) as string[][]),
    },
    releases: steps.map(({ name, k, facts }) => ({
      ...{ name, k },
      facts: realigned(facts, namesOf(first, 'sensitive'), now),
    })),
  };
}

/** Of the epoch's published releases, in order. */
async function manifestsOf(manager: EntityManager, epochId: string): Promise<ReleaseManifest[]> {
  const rows: { manifest: ReleaseManifest }[] = await manager.query(
    `SELECT r.manifest FROM redress.release_step s
       JOIN redress.release r ON r.jurisdiction_id = s.jurisdiction_id AND r.id = s.release_id
      WHERE s.epoch_id = $1 AND r.status = 'published' ORDER BY s.number`,
    [epochId],
  );
  return rows.map(({ manifest }) => manifest);
}

async function ancestorsOf(manager: EntityManager, { id, dataset }: ReleaseEpoch, names: readonly string[]) {
  const of = new Map<string, ReadonlyMap<string, readonly string[]>>();
  for (const name of names) {
    const paths = await codedWords(manager, dataset, `word ${id} ${name}`);
    const read = paths.map((path) => JSON.parse(path) as string[]);
    of.set(name, new Map(read.map(([word = '', ...above]) => [word, above])));
  }
  return of;
}

const namesOf = (manifest: ReleaseManifest | undefined, role: string): string[] =>
  (manifest?.columns ?? []).filter((column) => column.role === role).map(({ name }) => name);
