import { type ZipEntry, zipArchive } from './zip-archive.js';
import type { PublishedTable } from './published-table.js';

/** Rows that a sheet of Excel can hold, its header too (ECMA-376 names no limit; every program keeps to this one). */
export const SHEET_ROWS = 1_048_576;

/** What the second sheet says: pairs of words. */
export type AboutLines = readonly (readonly [string, string])[];

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const FROZEN_HEADER =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
const MOST_KEPT = 10_000;

/**
 * An Office Open XML workbook (ECMA-376), written as it is read. Every cell is text, as it stands in the CSV file: no cell can be
 * a formula, and no program takes `2-3` for a day.
 */
export function workbookPieces(table: PublishedTable, about: AboutLines, day: string): AsyncGenerator<Uint8Array> {
  return zipArchive([...FRAME, sheet(1, dataRows(table), FROZEN_HEADER), sheet(2, [aboutRows(about)])], day);
}

const SHEETS = [
  [1, 'data'],
  [2, 'about'],
] as const;

const FRAME: readonly ZipEntry[] = [
  file(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${SHEETS.map(([at]) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`,
  ),
  file(
    '_rels/.rels',
    `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ),
  file(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${SHEETS.map(([at, name]) => `<sheet name="${name}" sheetId="${at}" r:id="rId${at}"/>`).join('')}</sheets></workbook>`,
  ),
  file(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${RELATIONS}">${SHEETS.map(([at]) => `<Relationship Id="rId${at}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at}.xml"/>`).join('')}</Relationships>`,
  ),
];

function file(name: string, text: string): ZipEntry {
  return { name, pieces: [XML + text] };
}

function sheet(at: number, rows: AsyncIterable<string> | Iterable<string>, views = ''): ZipEntry {
  async function* pieces(): AsyncGenerator<string> {
    yield `${XML}<worksheet xmlns="${MAIN}">${views}<sheetData>`;
    yield* rows;
    yield '</sheetData></worksheet>';
  }
  return { name: `xl/worksheets/sheet${at}.xml`, pieces: pieces() };
}

async function* dataRows(table: PublishedTable): AsyncGenerator<string> {
  const letters = table.columns.map((_, at) => columnLetters(at));
  const kept = table.columns.map(({ role }) => (role === 'key' ? null : new Map<string, string>()));
  let number = 1;
  yield rowOf(
    number,
    table.columns.map(({ name }) => name),
    letters,
    kept,
  );
  for await (const rows of table.rows()) {
    let text = '';
    for (const row of rows) text += rowOf(++number, row, letters, kept);
    yield text;
  }
}

function aboutRows(lines: AboutLines): string {
  return lines.map((line, at) => rowOf(at + 1, line, ['A', 'B'], [null, null])).join('');
}

function rowOf(
  number: number,
  cells: readonly string[],
  letters: readonly string[],
  kept: readonly (Map<string, string> | null)[],
): string {
  let text = `<row r="${number}">`;
  for (let at = 0; at < cells.length; at++)
    if (cells[at] !== '')
      text += `<c r="${letters[at]!}${number}" t="inlineStr"><is>${said(cells[at]!, kept[at]!)}</is></c>`;
  return `${text}</row>`;
}

function said(cell: string, kept: Map<string, string> | null): string {
  const known = kept?.get(cell);
  if (known !== undefined) return known;
  const text = `<t${/^\s|\s$/.test(cell) ? ' xml:space="preserve"' : ''}>${escaped(cell)}</t>`;
  if (kept !== null && kept.size < MOST_KEPT) kept.set(cell, text);
  return text;
}

/** `_x000A_` is how a sheet writes what XML may not hold, and `_x005F_` an underscore that would be taken for it. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')

    .replace(
      /[\u0000-\u001f\ufffe\uffff]/g,
      (letter) => `_x${letter.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
    );
}

/** 0 → A, 25 → Z, 26 → AA. */
function columnLetters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnLetters(Math.floor(at / 26) - 1) + last;
}
