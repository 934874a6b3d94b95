import { shielded, unshielded } from './cell-text.js';

/** Rows as CSV after RFC 4180, every cell shielded from being run as a formula. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => quoted(shielded(cell))).join(',')}\r\n`).join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The rows of what csvText wrote; each as long as it was. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let inQuotes = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (inQuotes) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[++at] ?? '';
      else inQuotes = false;
    } else if (character === '"') inQuotes = true;
    else if (character === ',') {
      row.push(unshielded(cell));
      cell = '';
    } else if (character === '\r' && text[at + 1] === '\n') {
      rows.push([...row, unshielded(cell)]);
      [row, cell] = [[], ''];
      at++;
    } else cell += character;
  }
  return rows;
}
