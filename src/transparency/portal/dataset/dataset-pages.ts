import { Injectable } from '@nestjs/common';
import type { Html } from '../../../platform/html/html.js';
import { page } from '../../../platform/html/page.js';
import type { Reader } from '../../../platform/html/reader.js';
import { ChartFigures } from '../chart/chart-figures.js';
import { foremostColumn } from '../chart/chart-question.js';
import { CatalogueReader } from '../../published/catalogue/catalogue.reader.js';
import type { DatasetFacts } from '../facts/dataset-facts.js';
import { DatasetFactsReader } from '../facts/dataset-facts.reader.js';
import { PORTAL_SCRIPT } from '../facts/portal-script.js';
import { DescribedDatasets } from '../facts/described-datasets.js';
import type { MadePage } from '../facts/send-page.js';
import { datasetHead } from './dataset-head.js';
import { datasetPage } from './dataset.page.js';

@Injectable()
export class DatasetPages {
  constructor(
    private readonly datasets: DatasetFactsReader,
    private readonly figures: ChartFigures,
    private readonly described: DescribedDatasets,
    private readonly catalogue: CatalogueReader,
  ) {}

  /** @throws NotFound, RuleBroken release-withdrawn (410) */
  async show(name: { jurisdiction: string; dataset: string }, reader: Reader): Promise<MadePage> {
    const { facts, words } = await this.described.of(name, reader.language);
    const [history, figure] = await Promise.all([this.datasets.history(facts), this.firstLook(facts, reader)]);
    const shell = {
      reader,
      description: words.oneRow(facts).text,
      script: PORTAL_SCRIPT,
      head: datasetHead(await this.catalogue.one(name.jurisdiction, name.dataset), reader),
    };
    const title = `${words.title(facts).text}, ${facts.jurisdictionName}`;
    return { body: page(title, datasetPage({ facts, history, words, figure }, reader), shell), status: 200 };
  }

  private async firstLook(facts: DatasetFacts, reader: Reader): Promise<Html | null> {
    return foremostColumn(facts) === null ? null : this.figures.figure(facts, {}, reader);
  }
}
