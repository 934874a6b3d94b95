import type { RecordSpec } from '../../datasets/open-spec.js';
import type { OpenStatement } from './cut-statement.js';

/** The record as it stands, its cells as text. @param slug of the place */
export function recordStatement({ columns, key, order, source }: RecordSpec, slug: string): OpenStatement {
  const cells = columns.map(({ name }) => `coalesce("${name}"::text, '') AS "${name}"`).join(', ');
  const sorted = [...new Set([...order, ...key])].map((name) => `"${name}" COLLATE "C"`).join(', ');
  return { text: `SELECT * FROM (SELECT ${cells} FROM (${source}) told) record ORDER BY ${sorted}`, values: [slug] };
}
