import {
  type Anonymization,
  anonymize,
  Dictionary,
  type PrivacyModel,
  table,
} from '../../src/transparency/anonymize/index.js';
import type { RecordedUnit, SeriesLayout } from './series-files.js';

export interface Choice {
  /** k counts the subjects behind whole units; else rows, as the usual tools do. */
  readonly people: boolean;
  readonly models: readonly PrivacyModel[];
  readonly suppressionLimit: number;
}

/** The engine's optimum over a record in words. */
export function chooseLevels(
  record: readonly RecordedUnit[],
  { quasi, sensitive, rules }: SeriesLayout,
  { people, models, suppressionLimit }: Choice,
): Anonymization {
  const rows = record.flatMap((unit, at) => unit.rows.map((row) => ({ ...row, at })));
  const coded = (word: (row: (typeof rows)[number]) => string) => {
    const dictionary = new Dictionary();
    return { codes: Int32Array.from(rows, (row) => dictionary.code(word(row))), words: dictionary.words };
  };
  const subjects = new Dictionary();
  return anonymize({
    rows: rows.length,
    quasiIdentifiers: quasi.map(({ name, pathOf }, at) => {
      const { codes, words } = coded((row) => row.quasi[at]!);
      return { name, codes, hierarchy: table(name, words.map(pathOf)) };
    }),
    sensitive: sensitive.map((name, at) => ({ name, codes: coded((row) => row.cells[at]!).codes })),
    ...(people
      ? {
          unit: Int32Array.from(rows, ({ at }) => at),
          subject: Int32Array.from(record, ({ subject }) => subjects.code(subject)),
        }
      : {}),
    k: rules.k,
    models,
    suppressionLimit,
    budgetMs: 60_000,
  });
}
