import { readFileSync } from 'node:fs';
import { CaseRefused } from './case-refused.js';
import type { ReferenceCase, ReferenceColumn, UtilityCase } from './reference-case.js';

/**
 * The cases of a JSON file: a list, or an object with a list `cases`. What each holds is looked at when it is its turn,
 * so that one malformed case does not keep the others from running.
 * @throws CaseRefused `cases-unreadable`
 */
export function readCases(path: string): readonly unknown[] {
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new CaseRefused(
      'cases-unreadable',
      `${path} cannot be read: ${error instanceof Error ? error.message : ''}.`,
    );
  }
  const list = isObject(found) && 'cases' in found ? found['cases'] : found;
  if (!Array.isArray(list)) throw new CaseRefused('cases-unreadable', `${path} does not hold a list of cases.`);
  return list as unknown[];
}

/** The name that a case goes by: its own, or its place in the list. */
export function idOf(given: unknown, at: number): string {
  return isObject(given) && (typeof given['id'] === 'string' || typeof given['id'] === 'number')
    ? String(given['id'])
    : `#${at + 1}`;
}

/** @throws CaseRefused `case-malformed` */
export function toCase(given: unknown, id: string): ReferenceCase {
  const { quasiIdentifiers, ...common } = toCommon(given);
  if (quasiIdentifiers === undefined) throw malformed('names no quasiIdentifiers: [{"name": …}, …]');
  return { ...common, id, quasiIdentifiers };
}

/** @throws CaseRefused `case-malformed` */
export function toUtilityCase(given: unknown): UtilityCase {
  const { quasiIdentifiers, ...common } = toCommon(given);
  const { id, nodeLoss, transformations = nodeLoss } = given as Record<string, unknown>;
  if (typeof transformations !== 'object' || transformations === null)
    throw malformed('lists no transformations: nodeLoss, an object whose keys they are, or a list');
  return {
    ...common,
    ...(id === undefined ? {} : { id: idOf(given, 0) }),
    ...(quasiIdentifiers === undefined ? {} : { quasiIdentifiers }),
    nodeLoss: transformations as UtilityCase['nodeLoss'],
  };
}

function toCommon(given: unknown) {
  if (!isObject(given)) throw malformed('is not an object');
  const {
    dataset,
    metric,
    models = [],
    quasiIdentifiers,
    suppressionLimit,
    sensitiveAttribute,
    attributeWeights,
  } = given;
  if (typeof dataset !== 'string') throw malformed('names no dataset: a data file');
  if (!Array.isArray(models) || !models.every((model) => isObject(model) && typeof model['type'] === 'string'))
    throw malformed('has no list of models: [{"type": …}, …]');
  const limit = Number(suppressionLimit ?? 0);
  if (!(limit >= 0 && limit <= 1)) throw malformed('has a suppressionLimit that is not a share, 0 to 1');
  const named = typeof metric === 'string' ? { name: metric } : metric;
  if (!isObject(named) || typeof named['name'] !== 'string') throw malformed('names no metric: {"name": …}');
  return {
    dataset,
    models: models as unknown as ReferenceCase['models'],
    metric: named as unknown as ReferenceCase['metric'],
    suppressionLimit: limit,
    sensitiveAttribute: typeof sensitiveAttribute === 'string' ? sensitiveAttribute : null,
    attributeWeights: isObject(attributeWeights) ? (attributeWeights as Record<string, number>) : {},
    quasiIdentifiers: quasiIdentifiers === undefined ? undefined : toColumns(quasiIdentifiers),
  };
}

function toColumns(given: unknown): ReferenceColumn[] {
  if (!Array.isArray(given) || given.length === 0) throw malformed('has no list of quasiIdentifiers');
  return given.map((column: unknown): ReferenceColumn => {
    if (typeof column === 'string') return { name: column };
    if (!isObject(column) || typeof column['name'] !== 'string')
      throw malformed('has a quasi-identifier without a name');
    const { name, levels } = column;
    return { name, ...(typeof levels === 'number' ? { levels } : {}) };
  });
}

const malformed = (what: string): CaseRefused => new CaseRefused('case-malformed', `The case ${what}.`);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
