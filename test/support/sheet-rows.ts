import sax from 'sax';

/** The cells of a sheet by their own addresses, as texts; a cell that is missing is empty. @throws when one is a formula or no text */
export function sheetRows(xml: string, columns: number): string[][] {
  const rows: string[][] = [];
  let open: { row: number; column: number } | null = null;
  let text = '';
  const parser = sax.parser(true);
  parser.onopentag = ({ name, attributes }) => {
    if (name === 'f') throw new Error('a cell is a formula');
    text = '';
    if (name !== 'c') return;
    const [, letters = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(String(attributes['r'])) ?? [];
    if (attributes['t'] !== 'inlineStr') throw new Error(`${letters}${number} is no text`);
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    open = { row: Number(number) - 1, column };
  };
  parser.ontext = (piece) => (text += piece);
  parser.onclosetag = (name) => {
    if (name !== 't' || open === null) return;
    rows[open.row] ??= Array.from({ length: columns }, () => '');
    rows[open.row]![open.column] = text;
  };
  parser.write(xml).close();
  return rows;
}
