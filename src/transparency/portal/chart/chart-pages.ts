import { Injectable } from '@nestjs/common';
import { RuleBroken } from '../../../platform/errors/rule-broken.js';
import { page } from '../../../platform/html/page.js';
import type { Reader } from '../../../platform/html/reader.js';
import { text } from '../../../platform/html/text.js';
import { DatasetFactsReader } from '../facts/dataset-facts.reader.js';
import { type Given, once } from '../facts/filters.js';
import { PORTAL_SCRIPT } from '../facts/portal-script.js';
import type { MadePage } from '../facts/send-page.js';
import type { Chart } from './chart.js';
import { chartForm } from './chart-form.js';
import { ChartPictures } from './chart-pictures.js';
import { chartParameters, readChartQuestion } from './chart-question.js';
import { ChartTerms } from './chart-terms.js';
import { chartPage, type Drawn } from './chart.page.js';
import { ChartReader } from './chart.reader.js';

export interface DatasetName {
  jurisdiction: string;
  dataset: string;
}

/** From what was given in an address to a chart, or to the page that says why there is none. */
@Injectable()
export class ChartPages {
  constructor(
    private readonly datasets: DatasetFactsReader,
    private readonly charts: ChartReader,
    readonly pictures: ChartPictures,
    private readonly told: ChartTerms,
  ) {}

  /** @throws NotFound, RuleBroken bad-chart (400), release-withdrawn (410) */
  async chart(name: DatasetName, given: Given, { language }: Reader): Promise<Chart> {
    const version = once(given, 'release', language);
    const facts = await this.datasets.one(name.jurisdiction, name.dataset, version);
    return this.charts.read(facts, readChartQuestion(given, facts, language), language, version !== null);
  }

  /** @throws NotFound, RuleBroken release-withdrawn (410) */
  async builder(name: DatasetName, given: Given, reader: Reader): Promise<MadePage> {
    const found = await this.datasets.one(name.jurisdiction, name.dataset, once(given, 'release', reader.language));
    const drawn = await this.drawn(name, given, reader);
    const { facts, words, statements } = await this.told.of(found, reader);
    const asked = 'refused' in drawn ? given : Object.fromEntries(chartParameters(drawn.chart.question));
    const form = chartForm({ facts, statements, words, given: asked }, reader);
    const title = `${text(reader.language, 'chart.heading')}: ${words.title(facts).text}, ${facts.jurisdictionName}`;
    const shell = { reader, description: words.oneRow(facts).text, script: PORTAL_SCRIPT };
    return {
      body: page(title, chartPage({ facts, words, form, drawn }, reader), shell),
      status: 'refused' in drawn ? 400 : 200,
    };
  }

  /** What was asked for wrongly is said on the page, above the form that asked. */
  private async drawn(name: DatasetName, given: Given, reader: Reader): Promise<Drawn> {
    try {
      const chart = await this.chart(name, given, reader);
      return { chart, picture: await this.pictures.onPage(chart) };
    } catch (error) {
      if (error instanceof RuleBroken && error.status === 400) return { refused: error.message };
      throw error;
    }
  }
}
