import { number, text } from '../../../platform/html/text.js';
import type { Language } from '../../../platform/html/language.js';
import type { RateLine } from './rates.js';

const MOST_CITED = 3;

/** How a divisor came about and whose count it is; or why there is none. */
export function rateNote(language: Language, { divisor, covers, rate }: RateLine): string {
  if (covers === null) return text(language, 'rate.no-time');
  if (divisor === null) return text(language, 'rate.nobody-told', { ...covers });
  if ('untold' in divisor) return text(language, 'rate.months-untold', { ...divisor.untold });
  if (rate === null) return text(language, 'rate.nothing');
  const cited = [
    ...new Set(divisor.of.map(({ source, version }) => text(language, 'rate.source', { source, version }))),
  ];
  const more = cited.length > MOST_CITED ? ` ${text(language, 'rate.more', { count: cited.length - MOST_CITED })}` : '';
  const sources = `${cited.slice(0, MOST_CITED).join('; ')}${more}`;
  const values = { sources, months: divisor.of.length, month: divisor.of.at(0)?.month ?? '' };
  return text(language, `rate.${divisor.how}`, values);
}

/** A rate is no more exact than its count. */
export const rateFigure = (language: Language, rate: number): string => number(language, rate, rate < 10 ? 2 : 1);
