import { Injectable } from '@nestjs/common';
import type { Html } from '../../../platform/html/html.js';
import type { Reader } from '../../../platform/html/reader.js';
import type { DatasetFacts } from '../facts/dataset-facts.js';
import type { Given } from '../facts/filters.js';
import { chartFigure } from './chart-figure.js';
import { ChartPictures } from './chart-pictures.js';
import { readChartQuestion } from './chart-question.js';
import { ChartReader } from './chart.reader.js';

/** Charts for other pages, each by what the chart builder would be asked. */
@Injectable()
export class ChartFigures {
  constructor(
    private readonly charts: ChartReader,
    private readonly pictures: ChartPictures,
  ) {}

  /** @throws RuleBroken bad-chart (400), release-withdrawn (410) */
  async figure(facts: DatasetFacts, given: Given, reader: Reader, setting: 'page' | 'beside' = 'page'): Promise<Html> {
    const question = readChartQuestion(given, facts, reader.language);
    const chart = await this.charts.read(facts, question, reader.language, false);
    return chartFigure({ chart, picture: await this.pictures.onPage(chart, setting), reader }, 'closed');
  }
}
