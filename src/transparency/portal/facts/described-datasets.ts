import { Injectable } from '@nestjs/common';
import type { Language } from '../../../platform/html/language.js';
import { ChoicesReader } from './choices.reader.js';
import type { DatasetFacts } from './dataset-facts.js';
import { DatasetFactsReader } from './dataset-facts.reader.js';
import { TermsReader } from './terms.reader.js';
import { Words } from './words.js';

/** A dataset with what may be chosen in it, and the words to tell it in. */
@Injectable()
export class DescribedDatasets {
  constructor(
    private readonly datasets: DatasetFactsReader,
    private readonly choices: ChoicesReader,
    private readonly terms: TermsReader,
  ) {}

  /** @throws NotFound, RuleBroken release-withdrawn (410) */
  async of(
    { jurisdiction, dataset }: { jurisdiction: string; dataset: string },
    language: Language,
    version: string | null = null,
  ): Promise<{ facts: DatasetFacts; words: Words }> {
    const facts = await this.choices.filled(await this.datasets.one(jurisdiction, dataset, version));
    return { facts, words: new Words(language, await this.terms.labels(jurisdiction, language)) };
  }
}
