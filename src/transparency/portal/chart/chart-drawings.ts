import { Injectable } from '@nestjs/common';
import { createRequire } from 'node:module';
import { html } from '../../../platform/html/html.js';
import { textWidth } from './text-width.js';
import { etagOf } from '../../published/cached-answer.js';

/** Texts of pictures are a few kilobytes each. */
const MOST_KEPT = 300;
/** What Vega says of parts; the whole is one picture with one name, and its figures stand in a table. */
const INNER_ROLES = / (?:role|aria-[a-z]+)="[^"]*"/g;
/** Pixels across: twice what the page shows, for print. */
const PNG_WIDTH = 1_400;

/** Draws on the server with Vega-Lite. The same specification is the same picture, so what was drawn lately is kept. */
@Injectable()
export class ChartDrawings {
  private readonly kept = new Map<string, Promise<string>>();

  /** An SVG with a name of its own for whoever cannot see it: no style inline, no script. */
  async svg(spec: object, title: string, description: string): Promise<string> {
    const drawn = await this.drawn(spec);
    const [opening = ''] = /^<svg[^>]*>/.exec(drawn) ?? [];
    const [, box = ''] = /viewBox="([^"]+)"/.exec(opening) ?? [];
    const [, , width = '', height = ''] = box.split(' ');
    const named = `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>`;
    const head = `<svg xmlns="http://www.w3.org/2000/svg" class="chart drawn" role="img" width="${width}" height="${height}" viewBox="${box}">`;
    return `${head}${named}${drawn.slice(opening.length).replace(INNER_ROLES, '')}`;
  }

  /** The same as pixels; its letters are those of a font that comes with us, not of the machine. */
  async png(svg: string): Promise<Buffer> {
    const [{ Resvg }, fontFiles] = [
      await import('@resvg/resvg-js'),
      [fontFile('DejaVuSans'), fontFile('DejaVuSans-Bold')],
    ];
    const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'DejaVu Sans' };
    return new Resvg(svg, { font, fitTo: { mode: 'width', value: PNG_WIDTH } }).render().asPng();
  }

  private async drawn(spec: object): Promise<string> {
    const key = etagOf(spec);
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const drawing = draw(spec);
    drawing.catch(() => this.kept.delete(key));
    const [oldest] = this.kept.keys();
    if (this.kept.size >= MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(key, drawing);
    return drawing;
  }
}

/** Loaded when the first picture is drawn: whoever serves cases alone needs none of it. */
async function draw(spec: object): Promise<string> {
  const [{ compile }, vega] = await Promise.all([import('vega-lite'), import('vega')]);
  measured(vega);
  const { parse, View } = vega;
  const view = new View(parse(compile(spec as Parameters<typeof compile>[0]).spec), { renderer: 'none' });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

interface TextItem {
  readonly fontSize?: number;
  /** What is wider is cut off; 0: nothing is */
  readonly limit?: number;
}

/** Vega lets whoever has no canvas measure text in a way of their own; its types do not say so. */
function measured(vega: object): void {
  const { textMetrics } = vega as { textMetrics: { width: (item: TextItem, text: unknown) => number } };
  textMetrics.width = ({ fontSize = 11, limit = 0 }, text) => {
    const width = textWidth(String(text), fontSize);
    return limit > 0 ? Math.min(width, limit) : width;
  };
}

const fontFile = (name: string): string => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

const escaped = (words: string): string => html`${words}`.text;
