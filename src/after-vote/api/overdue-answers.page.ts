import { type Html, html } from '../../platform/html/html.js';
import type { Language } from '../../platform/html/language.js';
import { onwards, type Reader } from '../../platform/html/reader.js';
import { text } from '../../platform/html/text.js';
import type { PublicOverdue } from '../records/public-overdue.reader.js';

/** For people: how many recommendations the chief has not answered in time, and which where the charter says so. */
export function overdueAnswersPage(overdue: PublicOverdue, reader: Reader): Html {
  const { language } = reader;
  const { jurisdiction, jurisdictionName, asOf, answers } = overdue;
  return html`<h1>${text(language, 'overdue.title')}: ${jurisdictionName}</h1>
    <p>
      ${text(language, 'overdue.what')} <time datetime="${asOf}">${asOf}</time>.
      <a href="/api/v1/jurisdictions/${jurisdiction}/overdue-answers">JSON</a> ·
      <a href="${onwards(reader, `/meetings/${jurisdiction}`)}">${text(language, 'overdue.meetings')}</a>
    </p>
    <p>${inWords(overdue, language)}</p>
    ${answers.length === 0 ? null : table(answers, language)}`;
}

function inWords({ count, fewerThan, daysOverdue, byNumber }: PublicOverdue, language: Language): string {
  if (count === null) return text(language, 'overdue.few', { fewerThan: fewerThan ?? 0 });
  if (count === 0) return text(language, 'overdue.none');
  const [longest = 0] = daysOverdue ?? [];
  const one = count === 1 ? 'overdue.one' : 'overdue.many';
  const told = longest === 0 ? '' : text(language, 'overdue.longest', { longest });
  const each =
    longest === 0 || byNumber ? '' : text(language, 'overdue.each', { days: (daysOverdue ?? []).join(', ') });
  return `${text(language, one, { count })}${told}.${each}`;
}

const HEADINGS = ['case', 'recommendation', 'delivered', 'due', 'days'] as const;

function table(answers: PublicOverdue['answers'], language: Language): Html {
  return html`<table>
    <caption>
      ${text(language, 'overdue.caption')}
    </caption>
    <thead>
      <tr>
        ${HEADINGS.map((heading) => html`<th scope="col">${text(language, `overdue.${heading}`)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${answers.map(
        ({ caseNumber, kind, deliveredOn, dueOn, daysOverdue }) =>
          html`<tr>
            <th scope="row">${caseNumber}</th>
            <td>${kind}</td>
            <td>${deliveredOn}</td>
            <td>${dueOn}</td>
            <td>${daysOverdue}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
