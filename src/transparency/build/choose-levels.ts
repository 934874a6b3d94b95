import { type Anonymization, anonymize, type Hierarchy, type Problem } from '../anonymize/index.js';
import type { ReportInput } from '../report/index.js';
import { countedWords, overallShares, type PublishedWords } from './counted-words.js';
import { finestAlike } from './finest-alike.js';
import type { Snapshot } from './read-snapshot.js';
import { countedOf, demandedOf, type MatterPlan, quasiIdentifiersOf, type ReleasePlan } from './release-plan.js';
import { spreadSignatures } from './spread-signatures.js';

export interface Choice {
  readonly result: Anonymization;
  /** signature → 1 when units that have it are published */
  readonly keep: Uint8Array;
  /** By column name, of quasi-identifiers: the chosen level. */
  readonly levels: ReadonlyMap<string, number>;
  /** By column name, of quasi-identifiers and counted columns. */
  readonly words: ReadonlyMap<string, PublishedWords>;
  /** By column name, of counted columns: published word → share of all rows. */
  readonly overall: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** What the utility report is made from. */
  readonly figures: Omit<ReportInput, 'release' | 'previous'>;
}

/** The search for the least lossy transformation. @throws AnonymizationRefused with a stable code */
export function chooseLevels(plan: ReleasePlan, snapshot: Snapshot): Choice {
  const { book, people } = snapshot;
  const spread = spreadSignatures(snapshot);
  const quasiIdentifiers = quasiIdentifiersOf(plan).map((column, at) => ({
    ...column,
    codes: spread.codes[at]!,
    hierarchy: column.hierarchy(book.columns[at]!.words),
  }));
  const counted = countedOf(plan).map((column, i) => {
    const at = quasiIdentifiers.length + i;
    const words = countedWords(column, book.columns[at]!.words, spread, spread.codes[at]!, plan.k);
    return { ...column, words, codes: spread.codes[at]!.map((code) => words.codes[code]!) };
  });
  const demanded = new Set(demandedOf(plan).map(({ name }) => name));
  const problem: Problem = {
    rows: spread.rows,
    quasiIdentifiers,
    ...(spread.plain ? {} : { unit: spread.unit }),
    ...(people === null ? { copies: spread.copies } : { subject: people.subject }),
    k: plan.k,
    models: plan.models,
    sensitive: counted
      .filter(({ name }) => demanded.has(name))
      .map((column) => sensitiveColumn(column, column.words.labels, column.codes)),
    metric: { name: 'entropy', ...plan.metric, weights: quasiIdentifiers.map(({ weight = 1 }) => weight) },
    suppressionLimit: plan.suppressionLimit,
    budgetMs: plan.budgetMs,
  };
  const result = anonymize(problem);
  const levels = quasiIdentifiers.map(({ hierarchy, minLevel }, at) =>
    finestAlike(hierarchy, result.transformation[at] ?? 0, minLevel),
  );
  return {
    result,
    keep: keepOf(snapshot, result),
    levels: new Map(quasiIdentifiers.map(({ name }, at) => [name, levels[at]!])),
    words: new Map([
      ...quasiIdentifiers.map(({ name, hierarchy }, at) => [name, wordsAt(hierarchy, levels[at]!)] as const),
      ...counted.map(({ name, words }) => [name, words] as const),
    ]),
    overall: new Map(counted.map(({ name, words, codes }) => [name, overallShares(words.labels, codes, spread)])),
    figures: {
      ...{ k: plan.k, rows: problem.rows, models: plan.models, round: result.keep, rounds: [levels] },
      ...(spread.plain ? {} : { unit: spread.unit }),
      ...(people === null ? { copies: spread.copies } : { subject: people.subject }),
      columns: [
        ...quasiIdentifiers.map(({ name, title, role, codes, hierarchy, levels: words }) => ({
          ...{ name, title, role, codes, hierarchy, levels: words },
        })),
        ...counted.map(({ name, title, role, codes, words }) => ({ name, title, role, codes, words: words.labels })),
      ],
      search: { optimal: result.optimal, gap: result.gap },
    },
  };
}

/** A counted column as the engine takes it. */
export function sensitiveColumn({ name, hierarchy, order }: MatterPlan, labels: readonly string[], codes: Int32Array) {
  const sorted = orderOf(labels, order).map((label) => labels.indexOf(label));
  return {
    ...{ name, codes, order: Int32Array.from(sorted) },
    ...(hierarchy === undefined ? {} : { hierarchy: hierarchy(labels) }),
  };
}

/** The words from least to greatest; those that a given order misses come last, so that nothing goes uncounted. */
export function orderOf(labels: readonly string[], order?: readonly string[]): string[] {
  const numbers = labels.every((label) => label.trim() !== '' && Number.isFinite(Number(label)));
  const place = new Map(order?.map((label, at) => [label, at]));
  return [...labels].sort((one, other) => {
    const given = (place.get(one) ?? Infinity) - (place.get(other) ?? Infinity);
    if (given < 0 || given > 0) return given;
    return numbers ? Number(one) - Number(other) : one < other ? -1 : 1;
  });
}

function keepOf({ book, people }: Snapshot, { keep }: Anonymization): Uint8Array {
  if (people === null) return keep;
  const ofSignature = new Uint8Array(book.signatures.count);
  people.signature.forEach((signature, unit) => {
    ofSignature[signature] = keep[unit]!;
  });
  return ofSignature;
}

const wordsAt = ({ levels }: Hierarchy, at: number): PublishedWords =>
  levels[at] ?? { codes: new Int32Array(), labels: [] };
