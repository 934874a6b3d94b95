import { type Html, html } from '../../platform/html/html.js';
import type { PublicOverdue } from '../records/public-overdue.reader.js';

/** For people: how many recommendations the chief has not answered in time, and which where the charter says so. */
export function overdueAnswersPage(overdue: PublicOverdue): Html {
  const { jurisdiction, jurisdictionName, asOf, answers } = overdue;
  return html`<h1>Overdue answers: ${jurisdictionName}</h1>
    <p>
      Recommendations that were delivered to the chief of police and not answered by the day that the law sets. As of
      <time datetime="${asOf}">${asOf}</time>.
      <a href="/api/v1/jurisdictions/${jurisdiction}/overdue-answers">JSON</a> ·
      <a href="/meetings/${jurisdiction}">Meetings</a>
    </p>
    <p>${inWords(overdue)}</p>
    ${answers.length === 0 ? null : table(answers)}`;
}

function inWords({ count, fewerThan, daysOverdue, byNumber }: PublicOverdue): string {
  if (count === null)
    return `Fewer than ${fewerThan ?? 0} answers are overdue: too few to say how many without telling of whom.`;
  if (count === 0) return 'No answer is overdue.';
  const [longest = 0] = daysOverdue ?? [];
  const ages = longest === 0 || byNumber ? '' : ` For how many days, each: ${(daysOverdue ?? []).join(', ')}.`;
  return `${count} ${count === 1 ? 'answer is' : 'answers are'} overdue${longest === 0 ? '' : `, the longest for ${longest} days`}.${ages}`;
}

function table(answers: PublicOverdue['answers']): Html {
  return html`<table>
    <caption>
      Case by case, the longest first
    </caption>
    <thead>
      <tr>
        <th scope="col">Case</th>
        <th scope="col">Recommendation</th>
        <th scope="col">Delivered</th>
        <th scope="col">Due</th>
        <th scope="col">Days overdue</th>
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
