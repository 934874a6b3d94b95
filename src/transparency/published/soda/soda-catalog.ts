import { refused } from '../row-query.js';
import { datasetId } from './dataset-id.js';
import type { DescribedDataset } from './described-dataset.js';
import { countOf } from './soda-values.js';
import { catalogDocument } from './view-document.js';

const USUAL = 100;
const MOST = 10_000;

/**
 * `ids`, `names`, `q`, `limit` and `offset` choose, as in Socrata's Discovery API; what else its clients send (domains,
 * order, …) chooses nothing here, where all is of one domain. @throws RuleBroken bad-limit, given-twice (400)
 */
export function sodaCatalog(
  datasets: readonly DescribedDataset[],
  parameters: Readonly<Record<string, unknown>>,
  host: string,
) {
  const ids = listOf(parameters['ids']);
  const names = listOf(parameters['names']).map((name) => name.toLowerCase());
  const words = (single(parameters, 'q') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const found = datasets.filter(
    (each) =>
      (ids.length === 0 || ids.includes(datasetId(each.jurisdiction, each.dataset))) &&
      (names.length === 0 || names.includes(each.title.toLowerCase())) &&
      words.every((word) => [each.title, each.oneRow, each.jurisdictionName].join(' ').toLowerCase().includes(word)),
  );
  const limit = countOf('limit', single(parameters, 'limit'), USUAL, MOST);
  const offset = countOf('offset', single(parameters, 'offset'), 0, MOST);
  const results = found.slice(offset, offset + limit).map((each) => catalogDocument(each, host));
  return { results, resultSetSize: found.length, timings: { serviceMillis: 0, searchMillis: [0, 0] }, warnings: [] };
}

/** Given once with commas, or again and again. */
function listOf(given: unknown): string[] {
  const values = Array.isArray(given) ? given : given === undefined ? [] : [given];
  return values.flatMap((value) => String(value).split(',')).filter(Boolean);
}

function single(parameters: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = parameters[name];
  if (value === undefined || value === '') return null;
  if (typeof value !== 'string') throw refused('given-twice', `Give \`${name}\` once.`, name);
  return value;
}
