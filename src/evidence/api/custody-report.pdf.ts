import type { CustodyReport, ReportedItem } from '../records/custody-report.reader.js';

const MARGIN = 56;
const GREY = '#555555';

/** The custody report as a PDF, page by page as it is read; the same report gives the same bytes. */
export async function custodyReportPdf(report: CustodyReport): Promise<NodeJS.ReadableStream> {
  const { agency, caseNumber, drawnUpAt, drawnUpBy, items, people } = report;
  // Loaded by who prints: the rest of the program starts without it.
  const { default: PDFDocument } = await import('pdfkit');
  const document = new PDFDocument({
    margin: MARGIN,
    bufferPages: true,
    info: { Title: `Custody report ${caseNumber}`, Author: agency, CreationDate: drawnUpAt, ModDate: drawnUpAt },
  });
  const nameOf = (id: string | null): string => (id === null ? 'the complainant' : (people[id] ?? id));
  document.font('Helvetica-Bold').fontSize(18).text('Custody report');
  document.font('Helvetica').fontSize(11).text(`${agency}, case ${caseNumber}`);
  document.fillColor(GREY).text(`Drawn up ${momentOf(drawnUpAt)} by ${nameOf(drawnUpBy)}. Times are UTC.`);
  document.fillColor('black').moveDown();
  if (items.length === 0) document.text('The case has no evidence.');
  for (const item of items) writeItem(document, item, nameOf);
  numberPages(document, caseNumber);
  document.end();
  return document;
}

function writeItem(document: PDFKit.PDFDocument, item: ReportedItem, nameOf: (id: string | null) => string): void {
  const { number, title, kind, file, custody, accesses, checks } = item;
  const line = (label: string, text: string | null | undefined): void => {
    if (text === null || text === undefined || text === '') return;
    document.font('Helvetica').fillColor(GREY).text(`${label}: `, { continued: true }).fillColor('black').text(text);
  };
  document.font('Helvetica-Bold').fontSize(13).text(`E-${number}  ${title}`).fontSize(10);
  line('What', `${item.original ? 'original' : 'copy'}, ${kind === 'file' ? 'file' : 'thing'}`);
  line('Recorded', `${momentOf(item.addedAt)} by ${nameOf(item.addedBy)}`);
  line('Collected', [item.collectedOn, item.collectedBy, item.collectedAt].filter(Boolean).join(', '));
  line('From', item.collectedFrom);
  line('Quantity', item.quantity);
  line('Stored', item.storedAt);
  if (file !== null) {
    line('File', `${file.name ?? 'without a name'}, ${file.mediaType}, ${file.bytes} bytes, ${file.state}`);
    line('SHA-256 at receipt', file.sha256);
    line('Noted', file.notes.join(', '));
    line('SHA-256 of the copy without metadata', file.copy?.sha256);
  }
  section(
    document,
    'Hands',
    custody,
    ({ sequence, at, receivedBy, receivedByName, agency, place, purpose }, before) => {
      const released =
        before === undefined ? nameOf(item.addedBy) : (before.receivedByName ?? nameOf(before.receivedBy));
      const received = [receivedByName ?? nameOf(receivedBy), agency].filter(Boolean).join(', ');
      return `${sequence}. ${momentOf(at)}: released by ${released}, received by ${received}, at ${place}, for ${purpose}`;
    },
  );
  section(
    document,
    'Checks',
    checks,
    ({ ok, fault, by, at }) =>
      `${momentOf(at)}: ${ok ? 'the bytes are those that came in' : `NOT those that came in (${fault ?? ''})`}, asked by ${nameOf(by)}`,
  );
  section(
    document,
    'Looked at',
    accesses,
    ({ what, by, at }) => `${momentOf(at)}: ${what.replace('_', ' ')}, ${nameOf(by)}`,
  );
  document.moveDown();
}

function section<Row>(
  document: PDFKit.PDFDocument,
  heading: string,
  rows: readonly Row[],
  text: (row: Row, before: Row | undefined) => string,
): void {
  document
    .font('Helvetica-Bold')
    .fontSize(10)
    .text(rows.length === 0 ? `${heading}: none` : heading);
  document.font('Helvetica');
  for (const [at, row] of rows.entries()) document.text(text(row, rows[at - 1]), { indent: 12 });
}

function numberPages(document: PDFKit.PDFDocument, caseNumber: string): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    document.switchToPage(page);
    document.page.margins.bottom = 0;
    const at = document.page.height - MARGIN / 2;
    document
      .fontSize(8)
      .fillColor(GREY)
      .text(`${caseNumber}, page ${page + 1} of ${count}`, MARGIN, at, { lineBreak: false });
    document.page.margins.bottom = MARGIN;
  }
}

const momentOf = (at: Date): string => at.toISOString().slice(0, 16).replace('T', ' ');
