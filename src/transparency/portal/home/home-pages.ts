import { Injectable } from '@nestjs/common';
import { PublicReportingReader } from '../../../department-reporting/index.js';
import { page } from '../../../platform/html/page.js';
import type { Reader } from '../../../platform/html/reader.js';
import { text } from '../../../platform/html/text.js';
import { ChartFigures } from '../chart/chart-figures.js';
import type { DatasetFacts } from '../facts/dataset-facts.js';
import { DatasetFactsReader } from '../facts/dataset-facts.reader.js';
import type { MadePage } from '../facts/send-page.js';
import { headlines } from './headlines.js';
import { type HomePlace, homePage } from './home.page.js';
import { PlaceWords } from './place-words.js';

@Injectable()
export class HomePages {
  constructor(
    private readonly datasets: DatasetFactsReader,
    private readonly reporting: PublicReportingReader,
    private readonly figures: ChartFigures,
    private readonly places: PlaceWords,
  ) {}

  async show(reader: Reader): Promise<MadePage> {
    const [datasets, reporting] = await Promise.all([this.datasets.all(), this.reporting.places()]);
    const names = new Map([
      ...reporting.map(({ jurisdiction, name }) => [jurisdiction, name] as const),
      ...datasets.map(({ jurisdiction, jurisdictionName }) => [jurisdiction, jurisdictionName] as const),
    ]);
    const reports = new Set(reporting.map(({ jurisdiction }) => jurisdiction));
    const slugs = [...names.keys()].sort();
    const places = await Promise.all(
      slugs.map(async (slug): Promise<HomePlace> => {
        const own = datasets.filter(({ jurisdiction }) => jurisdiction === slug);
        const named = { slug, name: names.get(slug) ?? slug, datasets: own, reports: reports.has(slug) };
        const told = await this.places.of(slug, own, reader.language);
        return { ...named, ...told, figures: await this.charts(own, reader) };
      }),
    );
    const shell = { reader, description: text(reader.language, 'home.lead') };
    return { body: page(text(reader.language, 'home.title'), homePage(places, reader), shell), status: 200 };
  }

  private async charts(datasets: readonly DatasetFacts[], reader: Reader): Promise<HomePlace['figures']> {
    return Promise.all(
      headlines(datasets).map(({ facts, given }) => this.figures.figure(facts, given, reader, 'beside')),
    );
  }
}
