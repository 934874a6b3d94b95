import type { ListedFile } from '../manifest.js';

export interface OpenColumn {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'boolean' | 'date';
  /** Of a cut: the column of the source, and how the cell is made of the source's rows */
  readonly cut?: { readonly of: string; readonly rule: string; readonly ranks?: readonly string[] };
}

/** What a release says of a file in which nothing was anonymized. Other members are ignored. */
export interface OpenClaims {
  readonly dataset: string;
  readonly basis: 'cut' | 'public-record';
  readonly k: number | null;
  readonly file: { readonly name: string; readonly sha256: string; readonly rows: number };
  readonly files?: readonly ListedFile[];
  /** In the order of the file's header */
  readonly columns: readonly OpenColumn[];
  /** Columns that together name a row; of a cut none may be given */
  readonly key: readonly string[];
  readonly order: readonly string[];
  readonly forbidden: readonly { readonly name: string; readonly pattern: string }[];
  readonly small?: { readonly counts: readonly string[]; readonly whole: string; readonly k: string };
  readonly cut?: { readonly by: readonly string[]; readonly each?: string; readonly where?: readonly string[] };
  readonly madeOf?: { readonly dataset: string; readonly version: string; readonly sha256: string };
}

type Json = Record<string, unknown>;
const TYPES = ['text', 'integer', 'boolean', 'date'];
const RULES = ['value', 'words', 'gravest', 'distinct', 'rows', 'any'];

export const isOpenManifest = (json: unknown): boolean => isObject(json) && 'basis' in json;

/** The claims, or what is wrong with them, in words. */
export function readOpenManifest(json: unknown): {
  readonly claims: OpenClaims | null;
  readonly problems: readonly string[];
} {
  const problems = isObject(json) ? [...faultsOf(json)] : ['it is not an object'];
  return { claims: problems.length === 0 ? (json as OpenClaims) : null, problems };
}

function* faultsOf(json: Json): Generator<string> {
  const { dataset, basis, file, columns, key, order, forbidden, small, k } = json;
  if (typeof dataset !== 'string') yield 'dataset is missing';
  if (basis !== 'cut' && basis !== 'public-record') yield 'basis is neither cut nor public-record';
  if (!isObject(file) || !isHash(file.sha256) || !Number.isInteger(file.rows))
    yield 'file has no SHA-256 or no count of rows';
  if (!Array.isArray(columns) || columns.length === 0 || !columns.every(isColumn)) {
    yield 'columns is not a list of names and types';
    return;
  }
  const names = (columns as { name: string }[]).map(({ name }) => name);
  if (new Set(names).size !== names.length) yield 'a column stands twice';
  for (const [label, list] of Object.entries({ key, order }))
    if (!isTexts(list) || list.some((name) => !columnsOf(json).includes(name)))
      yield `${label} names what is no column`;
  if (!Array.isArray(forbidden) || !forbidden.every(isRule))
    yield 'forbidden is not a list of named regular expressions';
  if (
    small !== undefined &&
    !(
      isObject(small) &&
      isTexts(small.counts) &&
      [...small.counts, small.whole, small.k].every((name) => names.includes(String(name)))
    )
  )
    yield 'small names what is no column';
  if (basis === 'public-record' && k !== null) yield 'a record of public bodies counts nobody: k must be null';
  if (basis === 'cut') yield* cutFaults(json);
}

function* cutFaults({ cut, madeOf, columns, k }: Json): Generator<string> {
  if (!isObject(madeOf) || !isHash(madeOf.sha256)) yield 'madeOf does not name the file that it was cut from';
  if (!isObject(cut) || !isTexts(cut.by)) yield 'cut does not say by which columns';
  if (!Number.isInteger(k) || Number(k) < 1) yield 'k is not its source’s';
  for (const { name, cut: made } of columns as OpenColumn[])
    if (!isObject(made) || typeof made.of !== 'string' || !RULES.includes(made.rule))
      yield `column ${name} does not say how it is made`;
}

/** Of a cut, `key` and `by` name columns of the source as well. */
function columnsOf({ columns, cut }: Json): string[] {
  const by = isObject(cut) && isTexts(cut.by) ? cut.by : [];
  return [...(columns as { name: string }[]).map(({ name }) => name), ...by];
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
const isHash = (value: unknown): boolean => /^[0-9a-f]{64}$/.test(String(value));
const isColumn = (value: unknown): boolean =>
  isObject(value) && typeof value.name === 'string' && TYPES.includes(value.type as string);
const isRule = (value: unknown): boolean =>
  isObject(value) && typeof value.name === 'string' && typeof value.pattern === 'string';
