import PDFDocument from 'pdfkit';
import { buffer } from 'node:stream/consumers';
import type { JudgedFile } from './judged-file.js';
import { officeOf, officeParts, openDocument } from './office-of.js';
import { photo } from './pictures.js';
import { RECORDINGS } from './recordings.js';
import { zipOf } from './zip-of.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export async function pdf(info: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument(info);
  document.text('He said: "Get out."');
  document.end();
  return buffer(document);
}

/** An object more, before its end. */
export function withObject(file: Buffer, object: string): Buffer {
  const at = file.lastIndexOf('xref\n');
  return Buffer.concat([
    file.subarray(0, at),
    Buffer.from(`99 0 obj\n${object}\nendobj\n`, 'latin1'),
    file.subarray(at),
  ]);
}

export async function goodDocuments(): Promise<JudgedFile[]> {
  const [plain, picture] = await Promise.all([pdf(), photo(400, 300).png().toBuffer()]);
  const large = { name: 'word/media/image1.png', data: Buffer.concat([picture, picture]), stored: true };
  const outside = '<Relationship Type="http://x/attachedTemplate" Target="https://x/" TargetMode="External"/>';
  const documents: JudgedFile[] = [
    { kind: 'a PDF', bytes: plain, name: 'report.pdf', declaredType: 'application/pdf' },
    { kind: 'a PDF after a blank line', bytes: Buffer.concat([Buffer.from('\r\n'), plain]) },
    {
      kind: 'a PDF that runs a script',
      bytes: withObject(plain, '<< /S /J#61vaScript /JS (app.alert(1)) >>'),
      notes: ['active-content'],
    },
    {
      kind: 'a PDF that starts a program',
      bytes: withObject(plain, '<< /S /Launch /F (calc.exe) >>'),
      notes: ['active-content'],
    },
    {
      kind: 'a PDF with a file in it',
      bytes: withObject(plain, '<< /Names << /EmbeddedFiles 98 0 R >> >>'),
      notes: ['holds-files'],
    },
    { kind: 'a PDF with a password', bytes: await pdf({ userPassword: 'secret' }), notes: ['locked'] },
    { kind: 'a PDF cut short', bytes: plain.subarray(0, plain.length - 300), notes: ['cut-short'] },
    {
      kind: 'a PDF with an archive attached',
      bytes: withObject(plain, `<< >>stream\n${zipOf([{ name: 'a', data: 'a' }]).toString('latin1')}\nendstream`),
    },
    { kind: 'a Word document', bytes: officeOf('docx'), name: 'Statement.docx', declaredType: WORD },
    {
      kind: 'a Word document of Google’s',
      bytes: zipOf(
        officeParts('docx')
          .reverse()
          .map((part) => ({ ...part, described: true })),
      ),
    },
    { kind: 'a Word document with a large picture first', bytes: zipOf([large, ...officeParts('docx')]) },
    {
      kind: 'a Word document with a table in it',
      bytes: officeOf('docx', [{ name: 'word/embeddings/sheet1.xlsx', data: officeOf('xlsx') }]),
      notes: ['holds-files'],
    },
    {
      kind: 'a Word document with macros',
      bytes: officeOf('docx', [{ name: 'word/vbaProject.bin', data: 'Sub' }]),
      notes: ['holds-macros'],
    },
    {
      kind: 'a Word document that loads its template',
      bytes: officeOf('docx', [{ name: 'word/_rels/settings.xml.rels', data: outside }]),
      notes: ['calls-outside'],
    },
    {
      kind: 'a Word document with bytes between',
      bytes: officeOf('docx', [], { gap: Buffer.alloc(500, 1) }),
      notes: ['unlisted-bytes'],
    },
    {
      kind: 'a Word document with an empty drawing',
      bytes: officeOf('docx', [{ name: 'word/media/a.emf', data: Buffer.alloc(900_000) }]),
    },
    {
      kind: 'an Excel sheet',
      bytes: officeOf('xlsx', [{ name: 'xl/worksheets/sheet1.xml', data: '<row r="1"/>'.repeat(20_000) }]),
      name: 'shifts.xlsx',
    },
    { kind: 'an OpenDocument text', bytes: openDocument(), name: 'declaración.odt' },
    {
      kind: 'an OpenDocument text with a password',
      bytes: openDocument('text', [{ name: 'META-INF/extra', data: 'x' }]),
    },
  ];
  return [...documents, ...goodTexts(), ...goodRecordings(), ...goodNames(plain)];
}

function goodTexts(): JudgedFile[] {
  const text = (kind: string, words: string, more: Partial<JudgedFile> = {}): JudgedFile => ({
    kind,
    bytes: Buffer.from(words),
    ...more,
  });
  return [
    text('a text', 'He said: "Get out."\n', { name: 'note.txt', declaredType: 'text/plain' }),
    text('a text without a name', 'He said: "Get out."\n'),
    text('a text of one letter', 'x', { name: 'x.txt' }),
    text('a text in Arabic, Chinese and with a smile', 'قال لي: اخرج. 他说滚出去 🙂\u200f\r\n', { name: 'شهادة.txt' }),
    text('a text with a mark before it', '\ufeffDeclaración\n', { name: 'a.txt' }),
    text('a table', 'date;officer\r\n2026-03-01;Müller\r\n', {
      name: 'shifts.csv',
      declaredType: 'application/vnd.ms-excel',
    }),
    text('a chat', '[01.03.26, 21:45:07] Rosa: <Medien ausgeschlossen>\n', { name: '_chat.txt' }),
    text('where a telephone was', '{"locations":[{"latitudeE7":418790000}]}', {
      name: 'Records.json',
      declaredType: 'application/json',
    }),
    text('a text that compares', 'if a < b and c > d then "<3" </end>\n', { name: 'log.log' }),
    text('a long text', 'He pushed me. '.repeat(20_000), { name: 'a.txt' }),
    text('a text that quotes a page far down', `${'x '.repeat(3_000)}<script>alert(1)</script>`, {
      name: 'a.txt',
      notes: ['markup-inside'],
    }),
    text('a letter cut in two by a window', `${'x'.repeat(65_535)}ñ`, { name: 'a.txt' }),
  ];
}

function goodRecordings(): JudgedFile[] {
  return Object.entries(RECORDINGS).map(([name, bytes]) => ({ kind: `a recording: ${name}`, bytes, name }));
}

function goodNames(bytes: Buffer): JudgedFile[] {
  const cleaned = ['name-cleaned'];
  return [
    { kind: 'a path of Windows', bytes, name: 'C:\\fakepath\\report.pdf', notes: cleaned },
    { kind: 'a name that turns around', bytes, name: 'report\u202efdp.pdf', notes: cleaned },
    { kind: 'a name with a line end', bytes, name: 'report\r\nSet-Cookie: a=b.pdf', notes: cleaned },
    { kind: 'a name with NUL', bytes, name: 'report\0.pdf', notes: cleaned },
    { kind: 'a name far too long', bytes, name: `${'very '.repeat(100)}long.pdf`, notes: cleaned },
    { kind: 'a name that climbs', bytes, name: '../../etc/cron.d/report.pdf', notes: cleaned },
    { kind: 'a name of Chinese and smiles', bytes, name: '报告 🙂.pdf' },
    { kind: 'a name without an ending', bytes, name: 'report' },
    { kind: 'a name with an ending of nobody’s', bytes, name: 'report.2026-03-01' },
    { kind: 'a type that says nothing', bytes, name: 'report.pdf', declaredType: 'application/octet-stream' },
  ];
}
