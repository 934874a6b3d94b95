import type { FormatColumn, PublishedTable } from './published-table.js';

/** How many words of a column are kept as JSON: keys never come twice, other columns have few. */
const MOST_KEPT = 10_000;

/** One object a row, every column in it: numbers and truth values as such, null where the cell is empty. */
export async function* jsonLines(table: PublishedTable): AsyncGenerator<string> {
  const cells = table.columns.map((column, at) => cellWriter(column, at === 0));
  for await (const rows of table.rows()) {
    let text = '';
    for (const row of rows) {
      for (let at = 0; at < cells.length; at++) text += cells[at]!(row[at]!);
      text += '}\n';
    }
    yield text;
  }
}

function cellWriter({ name, type, role }: FormatColumn, first: boolean): (cell: string) => string {
  const before = `${first ? '{' : ','}${JSON.stringify(name)}:`;
  const plain = type === 'boolean' || type === 'integer';
  const written = (cell: string): string => before + (cell === '' ? 'null' : plain ? cell : JSON.stringify(cell));
  if (role === 'key') return written;
  const kept = new Map<string, string>();
  return (cell) => {
    const known = kept.get(cell) ?? written(cell);
    if (kept.size < MOST_KEPT) kept.set(cell, known);
    return known;
  };
}
