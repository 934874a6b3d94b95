import { cellInWords } from '../rules/figures.js';
import type { ReportRow, ReportTable } from '../rules/report-content.js';
import { drawable } from './drawable.js';
import { INK, MARGIN, type PdfPaper } from './pdf-paper.js';

const [SIZE, SMALL, NOTE, PAD] = [8.5, 7, 7, 3];
/** With more columns than this, their headings are set smaller, so that no word is broken. */
const MANY = 5;

interface Cell {
  text: string;
  note: string | null;
  x: number;
  width: number;
  align: 'left' | 'right';
  size: number;
}

/** A table with its headings marked as such, again on each page that it runs over. */
export function pdfTable(paper: PdfPaper, table: ReportTable): void {
  const titles = table.columns.map(({ title }) => title);
  const head = cellsOf(paper, table, table.rowTitle, null, titles, titles.length > MANY ? SMALL : SIZE);
  const drawHead = (): void => {
    row(paper, head, true, 'decoration');
  };
  paper.within(
    'Table',
    () => {
      paper.within('TR', () => {
        row(paper, head, true, 'heading');
      });
      for (const line of table.rows) {
        const cells = rowCells(paper, table, line);
        if (paper.document.y + heightOf(paper, cells, false) > paper.bottom) {
          paper.document.addPage();
          drawHead();
        }
        paper.within('TR', () => {
          row(paper, cells, false, 'row');
        });
      }
    },
    { title: drawable(table.title) },
  );
  paper.document.x = MARGIN;
  paper.document.y += 4;
}

function rowCells(paper: PdfPaper, table: ReportTable, { label, note, cells }: ReportRow): Cell[] {
  const words = table.columns.map((column, at) => cellInWords(cells[at], column));
  return cellsOf(paper, table, label, note, words);
}

function cellsOf(
  paper: PdfPaper,
  { columns }: ReportTable,
  label: string,
  note: string | null,
  words: string[],
  size: number = SIZE,
): Cell[] {
  const each = Math.min(80, (paper.width * 0.72) / Math.max(1, columns.length));
  const first = paper.width - each * columns.length;
  const named: Cell = {
    text: drawable(label),
    note: note === null ? null : drawable(note),
    x: MARGIN,
    width: first,
    align: 'left',
    size,
  };
  return [
    named,
    ...words.map((word, at): Cell => ({
      ...{ text: drawable(word), note: null, x: MARGIN + first + at * each, width: each, align: 'right', size },
    })),
  ];
}

function row(paper: PdfPaper, cells: readonly Cell[], bold: boolean, as: 'heading' | 'row' | 'decoration'): void {
  const { document } = paper;
  const [top, height] = [document.y, heightOf(paper, cells, bold)];
  cells.forEach((cell, at) => {
    const draw = (): void => {
      drawCell(paper, cell, top, bold);
    };
    if (as === 'decoration') paper.decoration(draw, 'Pagination');
    else if (as === 'heading') paper.element('TH', draw, { scope: 'Column' });
    else paper.element(at === 0 ? 'TH' : 'TD', draw, at === 0 ? { scope: 'Row' } : {});
  });
  paper.decoration(() => {
    const line = top + height;
    document
      .moveTo(MARGIN, line)
      .lineTo(MARGIN + paper.width, line)
      .lineWidth(bold ? 0.9 : 0.4)
      .strokeColor(INK.line)
      .stroke();
  });
  document.y = top + height;
}

function drawCell(paper: PdfPaper, { text, note, x, width, align, size }: Cell, top: number, bold: boolean): void {
  const { document } = paper;
  paper.font(bold, size);
  document.text(text, x, top + PAD, { width: width - PAD, align });
  if (note === null) return;
  paper.font(false, NOTE, INK.soft);
  document.text(note, x, document.y, { width: width - PAD, align });
}

function heightOf(paper: PdfPaper, cells: readonly Cell[], bold: boolean): number {
  const heights = cells.map(({ text, note, width, size }) => {
    paper.font(bold, size);
    const own = paper.document.heightOfString(text, { width: width - PAD });
    if (note === null) return own;
    paper.font(false, NOTE);
    return own + paper.document.heightOfString(note, { width: width - PAD });
  });
  return Math.max(...heights) + 2 * PAD;
}
