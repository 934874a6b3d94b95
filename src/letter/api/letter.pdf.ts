import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { OpenedLetter } from '../records/letter.reader.js';
import { dayInWords } from '../rules/day-in-words.js';
import { unprintable } from '../rules/printable.js';

const MARGIN = 72;
const GREY = '#555555';

/** The letter on the agency's paper. The same letter gives the same bytes. @throws RuleBroken letter-unprintable (422) */
export async function letterPdf(letter: OpenedLetter): Promise<NodeJS.ReadableStream> {
  const { agency, caseNumber, language, writtenOn, writtenAt } = letter;
  const [subject, body] = [letter.subject.normalize('NFC'), letter.body.normalize('NFC')];
  const strange = unprintable(`${agency}${subject}${body}`);
  if (strange.length > 0)
    throw new RuleBroken(
      'letter-unprintable',
      `The fonts of the PDF have no ${strange.slice(0, 5).join(' ')}: print the letter from its text.`,
      422,
    );
  // Loaded by who prints: the rest of the program starts without it.
  const { default: PDFDocument } = await import('pdfkit');
  const document = new PDFDocument({
    margin: MARGIN,
    bufferPages: true,
    lang: language,
    displayTitle: true,
    info: { Title: subject, Author: agency, CreationDate: writtenAt, ModDate: writtenAt },
  });
  document.font('Helvetica-Bold').fontSize(15).text(agency);
  const { width } = document.page;
  const line = document.y + 4;
  document
    .moveTo(MARGIN, line)
    .lineTo(width - MARGIN, line)
    .lineWidth(0.8)
    .strokeColor(GREY)
    .stroke();
  document.moveDown(1.5).font('Helvetica').fontSize(10.5).fillColor(GREY);
  document.text(`${dayInWords(writtenOn, language)}   ·   ${caseNumber}`);
  document.moveDown(1.5).fillColor('black').font('Helvetica-Bold').fontSize(12).text(subject);
  document.moveDown().font('Helvetica').fontSize(11);
  for (const paragraph of body.split(/\n{2,}/)) document.text(paragraph, { lineGap: 2 }).moveDown(0.8);
  numberPages(document, caseNumber);
  document.end();
  return document;
}

/** Figures alone: they read the same in every language. */
function numberPages(document: PDFKit.PDFDocument, caseNumber: string): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    document.switchToPage(page);
    document.page.margins.bottom = 0;
    const at = document.page.height - MARGIN / 2;
    document.fontSize(8).fillColor(GREY);
    document.text(`${caseNumber}   ${page + 1} / ${count}`, MARGIN, at, { lineBreak: false });
    document.page.margins.bottom = MARGIN;
  }
}
