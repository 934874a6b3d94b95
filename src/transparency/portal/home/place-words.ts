import { Injectable } from '@nestjs/common';
import type { Language } from '../../../platform/html/language.js';
import type { DatasetFacts } from '../facts/dataset-facts.js';
import { PortalRows } from '../facts/portal-rows.js';
import { TermsReader } from '../facts/terms.reader.js';
import { Words } from '../facts/words.js';
import type { HomePlace } from './home.page.js';

/** A place's words, and how many of what its data is about there are in all. */
@Injectable()
export class PlaceWords {
  constructor(
    private readonly rows: PortalRows,
    private readonly terms: TermsReader,
  ) {}

  async of(
    slug: string,
    datasets: readonly DatasetFacts[],
    language: Language,
  ): Promise<Pick<HomePlace, 'words' | 'totals'>> {
    const words = new Words(language, await this.terms.labels(slug, language));
    // Two datasets about the same thing are two views of it: the first one's number is told.
    const told = datasets.filter(
      ({ unit, unitWord }, at) =>
        unit !== null && unitWord !== null && datasets.findIndex((each) => each.unitWord === unitWord) === at,
    );
    const totals = await Promise.all(
      told.map(async (facts) => ({ units: upper(words.units(facts).text), count: await this.count(facts) })),
    );
    return { words, totals };
  }

  private async count(facts: DatasetFacts): Promise<number> {
    const { rows } = await this.rows.ask(facts, [['$select', `count(distinct \`${facts.unit ?? ''}\`) as counted`]]);
    return Number(rows[0]?.[0] ?? 0);
  }
}

const upper = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
