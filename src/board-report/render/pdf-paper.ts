import { drawable } from './drawable.js';

export const INK = { text: '#1b1b1f', soft: '#4a4d55', line: '#c9ccd1', shades: ['#1f4f8f', '#b5651d'] } as const;
export const MARGIN = 54;

type Document = PDFKit.PDFDocument;
type Structure = ReturnType<Document['struct']>;

/** What readers of the structure are told of an element; the last three are missing in the library’s own types. */
export interface Tagging extends PDFKit.Mixins.StructureElementOptions {
  scope?: 'Row' | 'Column';
  bbox?: [number, number, number, number];
  placement?: 'Block' | 'Inline';
}

interface Style {
  bold?: boolean;
  size?: number;
  color?: string;
  gap?: number;
  indent?: number;
}

/** A tagged document under way: what is written on it stands in the structure tree too, and what only decorates does not. */
export class PdfPaper {
  private parent: Structure;

  private constructor(readonly document: Document) {
    this.parent = document.struct('Document');
    document.addStructure(this.parent);
  }

  /** @param at what the file says of when it was made: of the sources, not of the clock, so that the same report is the same file */
  static async open(title: string, author: string, at: Date): Promise<PdfPaper> {
    // Loaded by who prints: the rest of the program starts without it.
    const { default: PDFDocument } = await import('pdfkit');
    const info = { Title: drawable(title), Author: drawable(author), CreationDate: at, ModDate: at };
    const options = {
      size: 'LETTER',
      margin: MARGIN,
      bufferPages: true,
      tagged: true,
      pdfVersion: '1.7',
      lang: 'en-US',
    };
    return new PdfPaper(new PDFDocument({ ...options, displayTitle: true, info } as PDFKit.PDFDocumentOptions));
  }

  get width(): number {
    return this.document.page.width - 2 * MARGIN;
  }

  get bottom(): number {
    return this.document.page.height - MARGIN - 14;
  }

  /** What `work` writes belongs to a part of this kind (`Sect`, `Table`, …). */
  within(tag: string, work: () => void, options: Tagging = {}): void {
    const [outside, inside] = [this.parent, this.document.struct(tag, options)];
    outside.add(inside);
    this.parent = inside;
    work();
    inside.end();
    this.parent = outside;
  }

  /** Something that is drawn and read as one element. */
  element(tag: string, draw: () => void, options: Tagging = {}): void {
    this.parent.add(this.document.struct(tag, options, draw));
  }

  /** Lines, page numbers, headings repeated: there for the eye alone. */
  decoration(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.document.markContent('Artifact', { type });
    draw();
    this.document.endMarkedContent();
  }

  text(
    tag: string,
    text: string,
    { bold = false, size = 9.5, color = INK.text, gap = 0.5, indent = 0 }: Style = {},
  ): void {
    const { document } = this;
    const written = drawable(text);
    const options = { width: this.width - indent, lineGap: 1.5 };
    this.font(bold, size, color);
    const height = document.heightOfString(written, options);
    if (document.y + Math.min(height, 60) > this.bottom) document.addPage();
    this.element(tag, () => {
      this.font(bold, size, color);
      document.text(written, MARGIN + indent, document.y, options);
    });
    document.y += gap * size;
    document.x = MARGIN;
  }

  /** A heading does not stand alone at the foot of a page. */
  heading(level: 1 | 2 | 3, text: string, room = 90): void {
    const { document } = this;
    const size = [20, 14, 11][level - 1] ?? 11;
    if (document.y > MARGIN) document.y += level === 1 ? 0 : size * 0.7;
    if (document.y + room > this.bottom) document.addPage();
    if (level < 3) document.outline.addItem(drawable(text));
    this.text(`H${level}`, text, { bold: true, size, gap: 0.35 });
  }

  font(bold: boolean, size: number, color: string = INK.text): void {
    this.document
      .font(bold ? 'Helvetica-Bold' : 'Helvetica')
      .fontSize(size)
      .fillColor(color);
  }

  /** Numbers the pages and gives the bytes. */
  async close(footer: string): Promise<Buffer> {
    const { document } = this;
    const { start, count } = document.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      document.switchToPage(page);
      document.page.margins.bottom = 0;
      this.decoration(() => {
        this.font(false, 8, INK.soft);
        const text = drawable(`${footer}   ${page + 1} / ${count}`);
        document.text(text, MARGIN, document.page.height - MARGIN / 2 - 4, { lineBreak: false });
      }, 'Pagination');
    }
    const pieces: Buffer[] = [];
    const ended = new Promise<void>((resolve, reject) => document.on('end', resolve).on('error', reject));
    document.on('data', (piece: Buffer) => pieces.push(piece));
    document.end();
    await ended;
    return Buffer.concat(pieces);
  }
}
