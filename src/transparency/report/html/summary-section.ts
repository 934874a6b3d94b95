import { type Html, html } from '../../../platform/html/html.js';
import type { UtilityReport } from '../report-figures.js';
import { about, demandInWords, headings, NOT_SHOWN, sentences } from '../report-texts.js';
import { hardestHit } from './hardest-hit.js';
import { count, listed, percent, plural } from './numbers.js';

const MOST_NAMED = 2;

/** The report in a few sentences. */
export function summarySection(report: UtilityReport): Html {
  const { published, suppressed, unitWord, columns } = report;
  const hidden = columns.filter(({ shownAs }) => shownAs === NOT_SHOWN).map(({ title }) => title);
  const leftOut = sentences.leftOut(count(suppressed.units), plural(unitWord, suppressed.units), share(report));
  const points = [
    sentences.published(count(published.rows), count(published.units), plural(unitWord, published.units)),
    suppressed.units === 0 ? sentences.noneLeftOut : leftOut,
    ...(hidden.length === 0 ? [] : [sentences.hidden(listed(hidden))]),
    ...report.suppression.flatMap((column) => hardestHit(column, MOST_NAMED).sentence ?? []),
  ];
  return html`<h2>${headings.short}</h2>
    <ul>
      ${points.map((point) => html`<li>${point}</li> `)}
    </ul>`;
}

export function publishedSection(report: UtilityReport): Html {
  const { published, suppressed, input, unitWord, k, search, models, columns } = report;
  const who = report.counted === 'subjects' ? 'people' : plural(unitWord, 2);
  const title = (name: string): string => columns.find((column) => column.name === name)?.title ?? name;
  const figures: [string, string][] = [
    ['Rows', count(published.rows)],
    [`${capital(plural(unitWord, 2))} published`, count(published.units)],
    [`${capital(plural(unitWord, 2))} in the record`, count(input.units)],
    ['Left out', `${count(suppressed.units)} (${share(report)})`],
    [`Alike, at least (${k.asked} asked)`, count(k.found)],
  ];
  return html`<h2>${headings.published}</h2>
    <dl class="figures">
      ${figures.map(
        ([term, value]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${value}</dd>
          </div> `,
      )}
    </dl>
    <ul>
      <li>${sentences.k(k.asked, k.found, who)}</li>
      ${models.map((model) => html`<li>${demandInWords(model, title)}</li> `)}
      ${search === null ? null : html`<li>${search.optimal ? sentences.optimal : sentences.gap(percent(search.gap))}</li> `}
      <li>${about.verify}</li>
    </ul>`;
}

const share = ({ suppressed }: UtilityReport): string => percent(suppressed.shareOfUnits);
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
