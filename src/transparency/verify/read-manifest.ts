import { demandProblems } from './demands/demand-problems.js';
import type { Manifest } from './manifest.js';

type Json = Record<string, unknown>;

const NONE = 'there is none beside the file that can be read: without it, only measure the file (--quasi-identifiers)';
const ROLES = ['key', 'quasi-identifier', 'sensitive', 'insensitive'];
const PRECISIONS = ['day', 'month', 'year'];

/** The manifest, or what is wrong with it, in words. A manifest is a claim to be checked: nothing in it is taken on trust. */
export function readManifest(json: unknown): {
  readonly manifest: Manifest | null;
  readonly problems: readonly string[];
} {
  const problems = isObject(json)
    ? [...claims(json), ...columnClaims(json)]
    : [json === undefined ? NONE : 'it is not an object'];
  return { manifest: problems.length === 0 ? (json as Manifest) : null, problems };
}

function* claims({ dataset, file, k, keys, order, input, suppressed, forbidden, files }: Json): Generator<string> {
  if (typeof dataset !== 'string') yield 'dataset is missing';
  if (!isObject(file) || !/^[0-9a-f]{64}$/.test(String(file.sha256)))
    yield 'file.sha256 is not a SHA-256 in hexadecimal';
  if (!isObject(file) || !isCount(file.rows)) yield 'file.rows is not a count';
  if (!isCount(k) || k < 1) yield 'k is not a whole number of at least 1';
  if (!isObject(keys) || !isTextOrNull(keys.unit) || !isTextOrNull(keys.subject))
    yield 'keys.unit and keys.subject must be columns or null';
  if (isObject(keys) && keys.pattern !== undefined && !isPattern(keys.pattern))
    yield 'keys.pattern is not a regular expression';
  if (!isTexts(order)) yield 'order is not a list of columns';
  if (!isTally(input)) yield 'input must count rows and units';
  if (!isTally(suppressed)) yield 'suppressed must count rows and units';
  if (
    !Array.isArray(forbidden) ||
    !forbidden.every((rule) => isObject(rule) && typeof rule.name === 'string' && isPattern(rule.pattern))
  )
    yield 'forbidden is not a list of named regular expressions';
  if (files !== undefined && (!Array.isArray(files) || !files.every(isListedFile)))
    yield 'files is not a list of names, SHA-256 and bytes';
}

function* columnClaims({ columns, keys, order, demands, linked }: Json): Generator<string> {
  if (!Array.isArray(columns) || columns.length === 0 || !columns.every(isObject)) {
    yield 'columns is not a list';
    return;
  }
  const list = columns;
  const names = list.map(({ name }) => name);
  if (!isTexts(names) || new Set(names).size !== names.length) yield 'column names are missing or double';
  for (const column of list) yield* columnProblems(column);
  const keyNames = list.filter(({ role }) => role === 'key').map(({ name }) => name);
  const named = isObject(keys) ? [keys.unit, keys.subject].filter((key) => key !== null) : [];
  if (named.some((key) => !keyNames.includes(key))) yield 'keys name a column that is not of role key';
  if (!Array.isArray(order) || !keyNames.includes(order[0])) yield 'order must begin with a key column';
  if (isObject(keys) && keys.unit !== null && Array.isArray(order) && order[0] !== keys.unit)
    yield 'order must begin with the unit key';
  if (Array.isArray(order) && order.some((name) => !names.includes(name)))
    yield 'order names a column that does not exist';
  if (!list.some(({ role }) => role === 'quasi-identifier')) yield 'there is no quasi-identifier';
  yield* demandProblems(demands, list);
  if (
    linked !== undefined &&
    (!isObject(linked) || !isTexts(linked.files) || !isObject(keys) || linked.by !== keys.unit)
  )
    yield 'linked must list files and be by the unit key: it is what joins the tables';
}

function* columnProblems({ name, role, level, values, dates }: Json): Generator<string> {
  const label = `column ${String(name)}`;
  if (!ROLES.includes(role as string)) yield `${label} has a role that may not be published`;
  if (role === 'quasi-identifier' && !isCount(level)) yield `${label} does not say its level`;
  if (role === 'quasi-identifier' && !isTexts(values)) yield `${label} does not list the values of its level`;
  if (values !== undefined && !isTexts(values)) yield `${label} has a list of values that is not a list of words`;
  if (dates !== undefined && !PRECISIONS.includes(dates as string)) yield `${label} has an unknown date precision`;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';
const isListedFile = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.name === 'string' &&
  !/[\\/]/.test(value.name) &&
  /^[0-9a-f]{64}$/.test(String(value.sha256)) &&
  isCount(value.bytes);
const isTally = (value: unknown): boolean => isObject(value) && isCount(value.rows) && isCount(value.units);

function isPattern(value: unknown): boolean {
  try {
    return typeof value === 'string' && new RegExp(value, 'u').source !== '';
  } catch {
    return false;
  }
}
