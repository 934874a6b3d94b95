import { dirname } from 'node:path';
import { roundNumber, secureRandom } from '../../report/index.js';
import type { SeriesGround } from '../../records/series-ground.reader.js';
import { ABSENT, AS_RECORDED, SeriesRefused } from '../../series/index.js';
import { BuildFailed } from '../build-failure.js';
import { type Choice, chooseLevels } from '../choose-levels.js';
import { readSnapshot, type Snapshot } from '../read-snapshot.js';
import { demandedOf, type ReleasePlan } from '../release-plan.js';
import type { RowSource } from '../row-source.js';
import { RowSpill } from '../row-spill.js';
import { writeTable, type WrittenTable } from '../write-table.js';
import { checkFormer, type FormerFile, formerUnits } from './former-rows.js';
import { type FormerCells, type PlannedSeries, planSeries } from './plan-series.js';
import { PlannedRows } from './planned-rows.js';
import { type Frozen, SeriesLayout } from './series-layout.js';
import { takeUnits } from './take-units.js';
import type { TakenUnits } from './taken-units.js';
import { frozenShares, type Shares } from './told-totals.js';
import { rowsOf, rowsText } from './unit-texts.js';

/** A release of a series as it was built: what its manifest and the ledger are made of. */
export interface BuiltSeries {
  readonly layout: SeriesLayout;
  readonly taken: TakenUnits;
  readonly planned: PlannedSeries;
  readonly frozen: Frozen;
  readonly written: WrittenTable;
  /** Per demanded column: published word → rows of the file. */
  readonly uses: readonly ReadonlyMap<string, number>[];
  /** Of an epoch's first release. */
  readonly choice: Choice | null;
}

interface Place {
  readonly path: string;
  /** The file that the epoch published last; null before there is one. */
  readonly former: FormerFile | null;
}

/**
 * A release beside all that came before it. The first of an epoch searches, and settles levels and words for all that
 * follow; those search nothing.
 * @throws AnonymizationRefused, BuildFailed, SeriesRefused, each with a stable code
 */
export async function buildSeries(
  source: RowSource,
  plan: ReleasePlan,
  ground: SeriesGround,
  place: Place,
): Promise<BuiltSeries> {
  // The ledger counts units as people. A dataset that tells people apart has to teach it theirs first.
  if (plan.subject !== null)
    throw new SeriesRefused(
      'series-malformed',
      'a dataset whose units share people cannot be released in a series yet',
    );
  const snapshot = ground.published === null ? await read(source, plan) : null;
  const choice = snapshot && chooseLevels(plan, snapshot);
  const { levels, words, shares } = ground.epoch;
  let frozen: Frozen =
    choice === null
      ? { levels, words, shares, ancestors: ground.ancestors }
      : { levels: Object.fromEntries(choice.levels), words: null, shares: null, ancestors: new Map() };
  for (;;) {
    const layout = new SeriesLayout(plan, frozen);
    const spill = new RowSpill(dirname(place.path), layout.record.width, snapshot?.rows ?? rowsExpected(ground));
    try {
      const keys = { epoch: ground.key, former: ground.before?.key ?? null };
      const taken = await takeUnits(source, layout, keys, spill);
      const formerCells = await readFormerCells(layout, place.former);
      const shares = frozen.shares ?? sharesOfAll(layout, taken);
      const planned = planSeries(taken, ground, layout, { random: secureRandom, formerCells, shares });
      const settled = commonWords(layout, taken, planned);
      if (choice !== null) frozen = { ...frozen, words: settled.words };
      if (choice !== null && settled.rare > 0) continue;
      frozen = { ...frozen, shares };
      const rows = new PlannedRows(layout, planned, spill);
      await rows.takeFormer(place.former);
      const written = await writeRows(place.path, layout, planned, rows);
      return { ...{ layout, taken, planned, frozen, written, choice }, uses: usesOf(layout, rows) };
    } finally {
      spill.remove();
    }
  }
}

async function read(source: RowSource, plan: ReleasePlan): Promise<Snapshot> {
  const snapshot = await readSnapshot(source, plan);
  if (snapshot.rows === 0) throw new BuildFailed('no-rows');
  return snapshot;
}

/** Demanded column → shares of all rows of the record. */
function sharesOfAll({ plan, quasiAt }: SeriesLayout, { cells, cellsOf }: TakenUnits): Record<string, Shares> {
  const uses = demandedOf(plan).map(() => new Map<string, number>());
  const units = new Int32Array(cells.words.length);
  for (const code of cellsOf.view()) units[code]!++;
  for (const [code, count] of units.entries())
    for (const row of count === 0 ? [] : rowsOf(cells.words[code]!))
      for (const [column, of] of uses.entries()) {
        const word = row[quasiAt.length + column]!;
        of.set(word, (of.get(word) ?? 0) + count);
      }
  const step = roundNumber(plan.k);
  return Object.fromEntries(demandedOf(plan).map(({ name }, at) => [name, frozenShares(uses[at]!, step)]));
}

/** Some more than there were: a spill's buckets are even either way. */
const rowsExpected = ({ published }: SeriesGround): number => Math.ceil((published?.last.input.rows ?? 0) * 1.1);

/** Only where demands are made of classes: the whole of the last file is read for them. */
async function readFormerCells(
  { plan, quasiIdentifiers, matters, quasiAt, demandedAt }: SeriesLayout,
  file: FormerFile | null,
): Promise<FormerCells> {
  const cells = new Map<string, string>();
  if (file === null) return cells;
  await checkFormer(file);
  if (demandedAt.length === 0) return cells;
  const names = plan.columns.map(({ name }) => name);
  const columns = [...quasiIdentifiers, ...matters].map((column) => names.indexOf(column.plan.name));
  const from = [...quasiAt, ...demandedAt].map((at) => columns[at]!);
  for await (const { pseudonym, rows } of formerUnits(file, names, plan.unit))
    cells.set(pseudonym, rowsText(rows.map((row) => from.map((at) => row[at]!))));
  return cells;
}

/** Of words that are shown only because many use them: those that k published units use, and how many others are shown. */
function commonWords(
  { matters, plan }: SeriesLayout,
  { common, pseudonyms }: TakenUnits,
  { plan: { show }, unitOf }: PlannedSeries,
): { words: Record<string, string[]>; rare: number } {
  const words: Record<string, string[]> = {};
  let rare = 0;
  for (const { plan: column } of matters) {
    const uses = new Map<string, number>();
    for (const [at, items] of (common.get(column.name) ?? []).entries())
      if (show[unitOf.get(pseudonyms[at]!)!] === AS_RECORDED)
        for (const item of items) uses.set(item, (uses.get(item) ?? 0) + 1);
    const many = [...uses].filter(([, units]) => units >= plan.k).map(([item]) => item);
    rare += uses.size - many.length;
    if (many.length > 0) words[column.name] = many.sort();
  }
  return { words, rare };
}

function writeRows(
  path: string,
  { record, columns, matters, quasiIdentifiers, plan }: SeriesLayout,
  { plan: { show } }: PlannedSeries,
  rows: PlannedRows,
): Promise<WrittenTable> {
  const names = [...quasiIdentifiers, ...matters].map((column) => column.plan.name);
  const words = new Map(columns.map((column, at) => [names[at]!, column.words] as const));
  const units = show.reduce((sum, how) => sum + Number(how !== ABSENT), 0);
  return writeTable(path, { layout: record, unit: plan.unit }, { words, units }, rows);
}

/** Per demanded column: published word → rows of the file. */
function usesOf({ columns, demandedAt }: SeriesLayout, { uses }: PlannedRows): Map<string, number>[] {
  return demandedAt.map((at, column) => {
    const byWord = new Map<string, number>();
    for (const [code, rows] of uses[column]!) {
      const word = columns[at]!.label(code);
      byWord.set(word, (byWord.get(word) ?? 0) + rows);
    }
    return byWord;
  });
}
