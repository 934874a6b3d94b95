import { type Html, html } from '../../../platform/html/html.js';
import type { UtilityReport } from '../report-figures.js';
import { about, headings, NOT_SHOWN, uses } from '../report-texts.js';
import { isGone } from './hardest-hit.js';
import { shownOnly } from './margin-section.js';
import { listed, percent, plural } from './numbers.js';

const CLOSE = 0.02;
const FAR = 0.05;
const PAIRS_FAR = 0.1;
const MOST_PAIRS = 3;

export function useSection(report: UtilityReport): Html {
  return html`<h2>${headings.use}</h2>
    <ul>
      ${advice(report).map((point) => html`<li>${point}</li> `)}
    </ul>`;
}

/** What the figures mean for a reader, by rule. */
export function advice(report: UtilityReport): string[] {
  const { columns, suppression, suppressed, unitWord, change, k } = report;
  const { margins } = shownOnly(report);
  const title = (name: string): string => columns.find((column) => column.name === name)?.title ?? name;
  const alone = (from: number, below: number): string[] =>
    margins.one.flatMap(({ columns: [name = ''], distance }) =>
      distance !== null && distance >= from && distance < below ? [title(name)] : [],
    );
  const pairs = margins.two
    .filter(({ distance }) => distance !== null && distance >= PAIRS_FAR)
    .slice(0, MOST_PAIRS)
    .map((pair) => pair.columns.map(title).join(' with '));
  const changed = change?.columns.filter(({ finer }) => finer !== null).map((column) => column.title) ?? [];
  const some = (words: readonly string[], say: (words: string) => string) =>
    words.length === 0 ? [] : [say(listed(words))];
  const shown = columns.filter(({ level, shownAs }) => level !== null && level > 0 && shownAs !== NOT_SHOWN);
  return [
    (suppressed.units === 0 ? uses.countsGood : uses.counts)(plural(unitWord, 2)),
    ...some(alone(0, CLOSE), uses.close),
    ...some(alone(FAR, Infinity), uses.far),
    ...some(pairs, uses.pairs),
    ...suppression.flatMap((column) => column.groups.filter(isGone).map(({ label }) => uses.gone(label, column.title))),
    ...columns.filter(({ shownAs }) => shownAs === NOT_SHOWN).map((column) => uses.hidden(column.title)),
    ...shown.map((column) => uses.coarse(column.title, column.shownAs)),
    ...(change === null ? [] : some(changed, (words) => uses.trend(change.version, words))),
    uses.person(k.asked),
  ];
}

/** Why some figures are ranges, and why others are a little off. */
export function methodSection({ margins, suppressed }: UtilityReport): Html {
  const points = suppressed.units === 0 ? [about.exact] : [about.perhaps];
  const blur = margins.blur === null ? [] : [about.blur(percent(margins.blur, 2))];
  return html`<h2>${headings.method}</h2>
    <ul class="note">
      ${[...points, ...blur].map((point) => html`<li>${point}</li> `)}
    </ul>`;
}
