import { readFile } from 'node:fs/promises';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { TableSpec } from '../tables/index.js';

/** Reads a JSON list of tables; what is not one is refused with the place and what is missing. */
export async function readTables(path: string, threshold?: number): Promise<TableSpec[]> {
  const list: unknown = parse(path, await readFile(path, 'utf8'));
  if (!Array.isArray(list)) throw refuse(`${path} does not hold a list of tables.`);
  return list.map((item: unknown, at) => checked(item, at, path, threshold));
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse(`${path} is not JSON.`);
  }
}

function checked(item: unknown, at: number, path: string, threshold?: number): TableSpec {
  const where = `${path}: table ${at + 1} of the list`;
  if (typeof item !== 'object' || item === null) throw refuse(`${where} is not an object.`);
  const given = { ...(item as Partial<TableSpec>), ...(threshold !== undefined && { threshold }) };
  const { name, dims, cells } = given;
  if (typeof name !== 'string') throw refuse(`${where} has no name.`);
  if (!Array.isArray(dims) || dims.length === 0) throw refuse(`${where} (${name}) has no list of dims.`);
  if (!Array.isArray(cells) || cells.length === 0) throw refuse(`${where} (${name}) has no list of cells.`);
  if (!Number.isInteger(given.threshold) || given.threshold! < 1)
    throw refuse(
      `${where} (${name}) has no threshold of 1 or more (the greatest count withheld); or give --threshold.`,
    );
  if (!given.constraints && !given.hierarchies)
    throw refuse(`${where} (${name}) has neither hierarchies nor constraints.`);
  for (const [index, release] of (given.earlier ?? []).entries())
    if (!Array.isArray(release.cells) || !['equal', 'grows'].includes(release.relation))
      throw refuse(`${where} (${name}): earlier release ${index + 1} needs cells and a relation, "equal" or "grows".`);
  return given as TableSpec;
}

const refuse = (message: string): RuleBroken => new RuleBroken('table-malformed', message);
