import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/html/reader.js';
import { ChoicesReader } from '../facts/choices.reader.js';
import type { DatasetFacts } from '../facts/dataset-facts.js';
import { StatementsReader } from '../facts/statements.reader.js';
import { TermsReader } from '../facts/terms.reader.js';
import { Words } from '../facts/words.js';

/** What a place's pages are told in, what may be chosen and what may be divided by. */
@Injectable()
export class ChartTerms {
  constructor(
    private readonly statements: StatementsReader,
    private readonly terms: TermsReader,
    private readonly choices: ChoicesReader,
  ) {}

  async of(found: DatasetFacts, { language }: Reader) {
    const { jurisdiction } = found;
    const [facts, statements, labels] = await Promise.all([
      this.choices.filled(found),
      this.statements.standing(jurisdiction),
      this.terms.labels(jurisdiction, language),
    ]);
    return { facts, statements, words: new Words(language, labels) };
  }
}
