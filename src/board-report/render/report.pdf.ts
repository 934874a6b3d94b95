import type {
  ReportContent,
  ReportEdition,
  ReportSection,
  ReportSource,
  ReportTable,
} from '../rules/report-content.js';
import { monthsInWords } from '../rules/report-period.js';
import { barsOf, isDrawn } from './bars.js';
import { pdfBars } from './pdf-bars.js';
import { INK, PdfPaper } from './pdf-paper.js';
import { pdfTable } from './pdf-table.js';
import { editionInWords, reportTitle, sourceLine } from './report-title.js';

const [BAR, ROW] = [15, 17];

/** The report on paper: tagged for screen readers, and the same bytes for the same report. */
export async function reportPdf(content: ReportContent, edition: ReportEdition): Promise<Buffer> {
  const { place, period, dataAsOf, sections, sources } = content;
  const paper = await PdfPaper.open(reportTitle(content), place.name, new Date(dataAsOf ?? 0));
  paper.within('Sect', () => {
    paper.heading(1, period.title);
    paper.text('P', `${place.name}, ${monthsInWords(period.from, period.to)}`, { bold: true, size: 12 });
    paper.text('P', editionInWords(edition));
    paper.text('P', `${provenance(dataAsOf)} What is suppressed or was never released says so.`);
  });
  for (const section of sections)
    paper.within('Sect', () => {
      sectionPdf(paper, section, sources);
    });
  paper.within('Sect', () => {
    paper.heading(2, 'Sources');
    for (const source of sources) sourcePdf(paper, source);
  });
  return paper.close(`${reportTitle(content)}. ${edition.number === null ? 'Preview' : `Edition ${edition.number}`}`);
}

function provenance(dataAsOf: string | null): string {
  const asOf = dataAsOf === null ? '' : `, the newest of it on ${dataAsOf.slice(0, 10)}`;
  return `Every figure comes from what was released before, anonymized and approved${asOf}; no case was looked at to make this report.`;
}

function sectionPdf(paper: PdfPaper, { title, lines, tables }: ReportSection, sources: readonly ReportSource[]): void {
  paper.heading(2, title, tables.length === 0 ? 60 : 140);
  for (const line of lines) paper.text('P', line);
  for (const table of tables) tablePdf(paper, table, sources);
}

function tablePdf(paper: PdfPaper, table: ReportTable, sources: readonly ReportSource[]): void {
  const bars = isDrawn(table) ? barsOf(table).length * BAR : 0;
  // What is short stands on one page; of what is long, the picture and the first rows.
  paper.heading(3, table.title, 110 + bars + Math.min(table.rows.length, 10) * ROW);
  if (bars > 0) pdfBars(paper, table);
  pdfTable(paper, table);
  for (const note of [...table.notes, sourceLine(table, sources)])
    paper.text('P', note, { size: 7.5, color: INK.soft, gap: 0.2 });
}

function sourcePdf(paper: PdfPaper, { id, title, version, sha256, address, notes }: ReportSource): void {
  paper.heading(3, title, 60);
  paper.text('P', `${id}, version ${version}. SHA-256 ${sha256}.${address === null ? '' : ` At ${address}`}`, {
    size: 8,
  });
  if (notes.length === 0) return;
  paper.within('L', () => {
    for (const note of notes)
      paper.within('LI', () => {
        paper.text('LBody', `• ${note}`, { size: 8, gap: 0.2, indent: 8 });
      });
  });
}
