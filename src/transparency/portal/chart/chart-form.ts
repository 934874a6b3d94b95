import { type Html, html } from '../../../platform/html/html.js';
import type { Reader } from '../../../platform/html/reader.js';
import { text } from '../../../platform/html/text.js';
import type { DatasetFacts } from '../facts/dataset-facts.js';
import { filterFields } from '../facts/filter-fields.js';
import type { Given } from '../facts/filters.js';
import { hiddenLanguage, option, options } from '../facts/form-parts.js';
import { datasetPath } from '../facts/place-address.js';
import type { Statement } from '../facts/statements.reader.js';
import type { Words } from '../facts/words.js';
import { CHART_TYPES, isChartable, type Measure, RATE_KINDS } from './chart-question.js';
import { measureWords } from './chart-words.js';

interface Asked {
  readonly facts: DatasetFacts;
  readonly statements: readonly Statement[];
  readonly words: Words;
  /** What the fields say; where it was refused, as it was given */
  readonly given: Given;
}

/** What to count, by what, and how to draw it. A plain form: the chart's address says all of it. */
export function chartForm({ facts, statements, words, given }: Asked, reader: Reader): Html {
  const { language } = reader;
  const columns = facts.columns.filter(isChartable).map((column) => [column.name, words.column(column).text] as const);
  const told = RATE_KINDS.filter((kind) => statements.some((statement) => statement.kind === kind));
  const measures: Measure[] = [
    ...(facts.unit === null ? [] : ['units' as const]),
    'rows',
    ...told.map((kind) => `per-${kind}` as const),
  ];
  const named = measures.map((measure) => [measure, measureWords(words, facts, measure)] as const);
  const types = CHART_TYPES.map((type) => [type, text(language, `chart.type-${type}`)] as const);
  return html`<form action="${datasetPath(facts)}/chart" method="get" class="asking">
    ${hiddenLanguage(reader)}
    <div class="fields">
      <p><label for="by">${text(language, 'chart.by')}</label> ${options('by', columns, given['by'])}</p>
      <p>
        <label for="split">${text(language, 'chart.split')}</label>
        <select id="split" name="split">
          <option value="">${text(language, 'chart.no-split')}</option>
          ${columns.map(([value, label]) => option(value, label, given['split']))}
        </select>
      </p>
      <p><label for="measure">${text(language, 'chart.measure')}</label> ${options('measure', named, given['measure'])}</p>
      <p><label for="type">${text(language, 'chart.type')}</label> ${options('type', types, given['type'])}</p>
    </div>
    ${told.length === 0 ? html`<p>${text(language, 'chart.no-denominators')}</p>` : null}
    <details>
      <summary>${text(language, 'ask.filters')}</summary>
      ${filterFields(facts, words, given)}
    </details>
    <p><button type="submit">${text(language, 'chart.draw')}</button></p>
  </form>`;
}
