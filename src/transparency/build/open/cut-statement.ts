import type { CutColumn, CutSpec } from '../../datasets/open-spec.js';
import { LIST_SEPARATOR } from '../../datasets/release-spec.js';

export interface OpenStatement {
  readonly text: string;
  readonly values: readonly string[];
}

/**
 * The cut as one SELECT on the source's published rows: names are the spec's own, never a reader's.
 * @param table that of the source's rows @param columns those of the spec that the source has
 */
export function cutStatement(
  { by, each, where }: CutSpec,
  columns: readonly CutColumn[],
  table: string,
): OpenStatement {
  const values: string[] = [];
  const word = (name: string): string => (name === each ? 'piece.word' : `source.${quoted(name)}::text`);
  const cells = columns.map((column) => `coalesce((${cellOf(column, word(column.of), values)})::text, '')`);
  const grouped = by.length === 0 ? ['source.row_number', ...(each === undefined ? [] : ['piece.word'])] : by.map(word);
  const pieces =
    each === undefined
      ? ''
      : ` CROSS JOIN LATERAL unnest(string_to_array(source.${quoted(each)}, '${LIST_SEPARATOR}')) AS piece (word)`;
  const told = (where ?? []).map((name) => `source.${quoted(name)} IS NOT NULL`);
  const filter = told.length === 0 ? '' : ` WHERE ${told.join(' OR ')}`;
  const order = columns.map((_, at) => `cell_${at} COLLATE "C"`).join(', ');
  const listed = cells.map((cell, at) => `${cell} AS cell_${at}`).join(', ');
  const text = `SELECT * FROM (SELECT ${listed} FROM ${table} source${pieces}${filter} GROUP BY ${grouped.join(', ')}) cut ORDER BY ${order}`;
  return { text, values };
}

function cellOf({ rule, ranks = [] }: CutColumn, word: string, values: string[]): string {
  switch (rule) {
    case 'value':
      return `min(${word} COLLATE "C")`;
    case 'words':
      return `SELECT string_agg(DISTINCT one.word COLLATE "C", '${LIST_SEPARATOR}' ORDER BY one.word COLLATE "C")
        FROM unnest(array_agg(${word})) AS cell (words), unnest(string_to_array(cell.words, '${LIST_SEPARATOR}')) AS one (word)`;
    case 'gravest':
      return `SELECT cell.word FROM unnest(array_agg(${word})) AS cell (word) WHERE cell.word IS NOT NULL
        ORDER BY array_position($${values.push(`{${ranks.join(',')}}`)}::text[], cell.word) NULLS LAST, cell.word COLLATE "C" LIMIT 1`;
    case 'distinct':
      return `count(DISTINCT ${word})`;
    case 'rows':
      return 'count(*)';
    case 'any':
      return `CASE WHEN bool_or(${word} = 'true') THEN 'true' WHEN bool_or(${word} = 'false') THEN 'false' END`;
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
