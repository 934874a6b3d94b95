import type { ReportTable } from '../rules/report-content.js';
import { barsInWords, barsOf, short } from './bars.js';
import { drawable } from './drawable.js';
import { INK, MARGIN, type PdfPaper } from './pdf-paper.js';

const [LABELS, FIGURES, ROW, LEGEND] = [170, 60, 15, 18];

/** The same bars as on the page; their text alternative stands in the structure tree. */
export function pdfBars(paper: PdfPaper, table: ReportTable): void {
  const bars = barsOf(table);
  if (bars.length === 0) return;
  const { document } = paper;
  const series = [...new Set(bars.map((bar) => bar.series))];
  const legend = series.length > 1 ? LEGEND : 0;
  const height = legend + bars.length * ROW;
  if (document.y + height + 40 > paper.bottom) document.addPage();
  const top = document.y;
  const draw = (): void => {
    paper.font(false, 8);
    series.forEach((title, at) => {
      if (legend === 0) return;
      const x = MARGIN + LABELS + at * 110;
      box(paper, x, top + 2, 9, 9, at);
      document.fillColor(INK.text).text(drawable(title), x + 13, top + 3, { lineBreak: false });
    });
    bars.forEach(({ label, share, shade, figure, isFirst }, at) => {
      const y = top + legend + at * ROW;
      const length = Math.max(0.7, (paper.width - LABELS - FIGURES) * share);
      box(paper, MARGIN + LABELS, y + 2, length, ROW - 4, shade);
      document.fillColor(INK.text);
      const name = drawable(short(label, 36));
      if (isFirst)
        document.text(name, MARGIN, y + 4, { width: LABELS - 6, height: 10, align: 'right', ellipsis: true });
      document.text(drawable(figure), MARGIN + LABELS + length + 4, y + 4, { lineBreak: false });
    });
  };
  const bbox: [number, number, number, number] = [MARGIN, top, MARGIN + paper.width, top + height];
  paper.element('Figure', draw, { alt: drawable(barsInWords(table)), bbox, placement: 'Block' });
  document.x = MARGIN;
  document.y = top + height + 8;
}

function box({ document }: PdfPaper, x: number, y: number, width: number, height: number, shade: number): void {
  document.rect(x, y, width, height).fill(INK.shades[shade % INK.shades.length]);
}
