import { Injectable } from '@nestjs/common';
import { text } from '../../../platform/html/text.js';
import type { Chart } from './chart.js';
import { ChartDrawings } from './chart-drawings.js';
import { chartSpec, type Setting } from './chart-spec.js';
import { chartNotes, chartSource, chartTitle } from './chart-words.js';

export interface ChartPicture {
  readonly svg: string;
  /** How many values the picture leaves to the table */
  readonly left: number;
}

/** Charts as pictures. Each says in words what it is and what it leaves out. */
@Injectable()
export class ChartPictures {
  constructor(private readonly drawings: ChartDrawings) {}

  /** As it stands on a page, which has its title, its source and its figures beside it. */
  async onPage(chart: Chart, setting: 'page' | 'beside' = 'page'): Promise<ChartPicture> {
    return this.picture(chart, setting);
  }

  /** As a file, with its title and source. */
  async alone(chart: Chart): Promise<string> {
    return (await this.picture(chart, 'alone')).svg;
  }

  async png(svg: string): Promise<Buffer> {
    return this.drawings.png(svg);
  }

  private async picture(chart: Chart, setting: Setting): Promise<ChartPicture> {
    const { spec, left } = chartSpec(chart, setting);
    const described = [chartSource(chart), ...chartNotes(chart), text(chart.words.language, 'chart.table-has-all')];
    return { svg: await this.drawings.svg(spec, chartTitle(chart), described.join(' ')), left };
  }
}
