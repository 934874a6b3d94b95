import {
  type ClassDemands,
  commonCoarsenings,
  contentCodes,
  emptyLedger,
  type EpochClasses,
  type Ledger,
  NEVER,
  planRelease,
  type Random,
  type ReleasePlan,
} from '../../series/index.js';
import type { KnownUnits, SeriesGround } from '../../records/series-ground.reader.js';
import { type ClassCodes, classCodes } from './class-codes.js';
import { demandedOf } from '../release-plan.js';
import type { Shares } from './told-totals.js';
import { demandsOn } from './held-demands.js';
import type { SeriesLayout } from './series-layout.js';
import type { TakenUnits } from './taken-units.js';
import { rowsOf } from './unit-texts.js';
import { valueCodes } from './value-codes.js';

/** What the file of an earlier release shows of its units in the columns that demands are made of, by pseudonym. */
export type FormerCells = ReadonlyMap<string, string>;

/** A release as it was planned, and what its units are. */
export interface PlannedSeries {
  readonly plan: ReleasePlan;
  readonly pseudonyms: readonly string[];
  readonly unitOf: ReadonlyMap<string, number>;
  /** unit → hash of what it shows, as the ledger keeps it. */
  readonly contents: readonly (string | null)[];
  /** The ledger that was planned from; empty where the epoch begins. */
  readonly from: Ledger;
  readonly classes: ClassCodes;
  readonly values: readonly (readonly string[])[];
}

export interface PlanningTerms {
  readonly random: Random;
  readonly formerCells: FormerCells;
  /** Demanded column → shares that classes are held against. */
  readonly shares: Readonly<Record<string, Shares>>;
}

/** Puts the record beside the ledger and asks the planner what the next release shows. @throws SeriesRefused */
export function planSeries(
  taken: TakenUnits,
  ground: SeriesGround,
  layout: SeriesLayout,
  { random, formerCells, shares }: PlanningTerms,
): PlannedSeries {
  const { plan } = layout;
  const known = ground.before === null ? ground.known : carriedOver(taken, ground.before.known, layout);
  const pseudonyms = [...known.pseudonyms];
  const unitOf = new Map(pseudonyms.map((pseudonym, unit) => [pseudonym, unit]));
  for (const pseudonym of taken.pseudonyms)
    if (!unitOf.has(pseudonym)) unitOf.set(pseudonym, pseudonyms.push(pseudonym) - 1);
  const place = taken.pseudonyms.map((pseudonym) => unitOf.get(pseudonym)!);
  const count = pseudonyms.length;
  const spread = (of: (recorded: number) => number): Int32Array => {
    const codes = new Int32Array(count);
    for (const [recorded, unit] of place.entries()) codes[unit] = of(recorded);
    return codes;
  };
  const recorded = new Array<string>(count).fill('');
  for (const [at, unit] of place.entries()) recorded[unit] = taken.contents[at]!;
  const classes = classCodes(taken, ground.classes, plan.k);
  const values = taken.sensitive.map((codes, a) => valueCodes(codes, taken.values[a]!.words, ground.values[a] ?? []));
  const units = {
    ...{ count, classes: classes.words.length },
    present: Uint8Array.from(spread(() => 1)),
    classOf: spread((at) => classes.of[taken.classOf.at(at)]!),
    content: contentCodes(known.contents, recorded),
    sensitive: taken.sensitive.map((codes, a) => spread((at) => values[a]!.of[codes.at(at)]!)),
    values: values.map(({ words }) => Math.max(1, words.length)),
  };
  const now = epochClasses(layout, classes.words);
  const former = ground.former.map((each) => ({
    coarsenings: commonCoarsenings(each.classes, now),
    releases: each.releases,
  }));
  const cells =
    taken.cellsOf.length === 0 ? undefined : cellDemands(taken, { place, pseudonyms }, layout, { formerCells, shares });
  const made = planRelease(
    units,
    known.ledger,
    { k: plan.k, values: layout.sensitive.map((name) => ({ l: promised(layout, name) })) },
    { former, random, ...(cells === undefined ? {} : { demands: cells(classes) }) },
  );
  return {
    ...{ plan: made, pseudonyms, unitOf, classes },
    contents: pseudonyms.map((_, unit) => (isShownAnew(made, unit) ? recorded[unit]! : (known.contents[unit] ?? null))),
    from: ground.before === null ? known.ledger : emptyLedger(layout.sensitiveAt.length),
    values: values.map(({ words }) => words),
  };
}

const isShownAnew = ({ show }: ReleasePlan, unit: number): boolean => show[unit] === 1;

/** Distinct values that a sensitive column was promised to have in every group; 1: nothing was. */
function promised({ plan: { models } }: SeriesLayout, name: string): number {
  return models.reduce(
    (most, model) => (model.type === 'distinct-l' && model.attribute === name ? Math.max(most, model.l) : most),
    1,
  );
}

/** Of a new epoch: nobody is published, and what a person's value has stood among goes on to bind. */
function carriedOver(taken: TakenUnits, before: KnownUnits, { sensitiveAt }: SeriesLayout): KnownUnits {
  const unitOf = new Map(before.pseudonyms.map((pseudonym, unit) => [pseudonym, unit]));
  const pairs = taken.formerPseudonyms.flatMap((former, at) => {
    const unit = unitOf.get(former);
    return unit === undefined ? [] : [{ pseudonym: taken.pseudonyms[at]!, unit }];
  });
  const lists = (of: readonly Int32Array[]): Int32Array[] =>
    sensitiveAt.map((_, a) => Int32Array.from(pairs, ({ unit }) => of[a]?.[unit] ?? 0));
  const never = (): Int32Array => new Int32Array(pairs.length).fill(NEVER);
  const { sensitive, first, among } = before.ledger;
  return {
    pseudonyms: pairs.map(({ pseudonym }) => pseudonym),
    subjects: pairs.map(() => null),
    contents: pairs.map(() => null),
    ledger: {
      ...{ releases: 0, cohortOf: never(), movedFrom: never(), content: Int32Array.from(pairs.keys()), cohorts: [] },
      ...{ sensitive: lists(sensitive), first: lists(first), among: lists(among) },
    },
  };
}

function epochClasses({ quasiIdentifiers }: SeriesLayout, texts: readonly string[]): EpochClasses {
  return {
    columns: quasiIdentifiers.map(({ plan: { name }, level, ancestors }) => ({ name, level, ancestors })),
    signatures: texts.map(rowsOf),
  };
}

/** Demands as the planner takes them, once the classes have their codes. */
function cellDemands(
  { cells, cellsOf, rowsOf: recordedRows }: TakenUnits,
  { place, pseudonyms }: { readonly place: readonly number[]; readonly pseudonyms: readonly string[] },
  { plan, quasiAt }: SeriesLayout,
  { formerCells, shares }: Omit<PlanningTerms, 'random'>,
): (classes: ClassCodes) => ClassDemands {
  const recorded = new Int32Array(pseudonyms.length).fill(-1);
  const rows = new Int32Array(pseudonyms.length);
  for (const [at, unit] of place.entries()) {
    recorded[unit] = cellsOf.at(at);
    rows[unit] = recordedRows.at(at);
  }
  const before = Int32Array.from(pseudonyms, (pseudonym) => {
    const text = formerCells.get(pseudonym);
    return text === undefined ? -1 : cells.code(text);
  });
  const shown = {
    texts: cells.words,
    recorded,
    before,
    rows,
    quasi: quasiAt.length,
    shares: demandedOf(plan).map(({ name }) => shares[name] ?? {}),
  };
  return ({ words }) => demandsOn(plan, shown, new Map(words.map((word, code) => [word, code])));
}
