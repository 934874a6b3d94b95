import type { DenominatorRow, Denominators } from '../rules/material.js';
import { hashOf } from './hash-of.js';
import type { PublishedView } from './published-view.js';

const ROWS = `
  SELECT DISTINCT ON (kind, grouping, month) kind, to_char(month, 'YYYY-MM') AS month, grouping, counts, source, version
    FROM published.denominator
   WHERE jurisdiction = $1 AND department IS NULL AND grouping IN ('all', 'race') AND to_char(month, 'YYYY-MM') <= $2
     AND (kind = 'population' OR to_char(month, 'YYYY-MM') >= $3)
   ORDER BY kind, grouping, month, version DESC`;

/** What stands of the place as a whole in these months, and of its people up to then: they are counted seldom. */
export async function readDenominators(
  view: PublishedView,
  slug: string,
  { from, to }: { from: string; to: string },
): Promise<Denominators> {
  const rows = await view.query<DenominatorRow & { month: string }>(ROWS, [slug, to, from]);
  return { rows, sha256: hashOf(rows) };
}
