import { Injectable } from '@nestjs/common';
import type { Language } from '../../../platform/html/language.js';
import type { DatasetFacts } from '../facts/dataset-facts.js';
import { PortalRows } from '../facts/portal-rows.js';
import { type Statement, StatementsReader } from '../facts/statements.reader.js';
import { TermsReader } from '../facts/terms.reader.js';
import { Words } from '../facts/words.js';
import type { Chart } from './chart.js';
import { chartData, chartSoda } from './chart-data.js';
import { type ChartQuestion, groupingOf, isPeriod, rateKindOf } from './chart-question.js';
import { type Covers, coversOf, ratesOf } from './rates.js';

/** Answers a chart's question with the public engine, and divides by what was published to divide by. */
@Injectable()
export class ChartReader {
  constructor(
    private readonly rows: PortalRows,
    private readonly statements: StatementsReader,
    private readonly terms: TermsReader,
  ) {}

  /** @throws RuleBroken (400, 410) */
  async read(facts: DatasetFacts, question: ChartQuestion, language: Language, pinned: boolean): Promise<Chart> {
    const [answer, statements, labels] = await Promise.all([
      this.rows.ask(facts, chartSoda(question, facts)),
      this.statements.standing(facts.jurisdiction),
      this.terms.labels(facts.jurisdiction, language),
    ]);
    const data = chartData(question, answer.rows);
    const rates = await this.rates(facts, question, data, statements);
    return { facts, question, data, rates, statements, words: new Words(language, labels), pinned };
  }

  private async rates(
    facts: DatasetFacts,
    question: ChartQuestion,
    data: Chart['data'],
    statements: readonly Statement[],
  ): Promise<Chart['rates']> {
    const kind = rateKindOf(question.measure);
    if (kind === null) return null;
    const whole = groupingOf(question.by) === 'all' ? null : await this.whole(facts, question);
    return ratesOf(question, data, kind, { statements, whole });
  }

  /** Of which months the counted rows are. */
  private async whole(facts: DatasetFacts, question: ChartQuestion): Promise<Covers | null> {
    const by = facts.columns.find(isPeriod);
    if (!by) return null;
    const times = { ...question, by, split: null, measure: 'rows' } as const;
    const { rows } = await this.rows.ask(facts, chartSoda(times, facts));
    return coversOf(chartData(times, rows).lines.map(({ value }) => value));
  }
}
