import { type Html, html } from '../../platform/html/html.js';
import type { PublicPolicy } from '../records/public-policy.reader.js';
import { statusInWords } from '../rules/policy-words.js';

/** The recommendations of a place, the latest first: what was asked of whom, and what came of it. */
export function policiesPage(jurisdiction: string, policies: readonly PublicPolicy[], limit: number): Html {
  const base = `/api/v1/jurisdictions/${jurisdiction}/policy-recommendations`;
  const last = policies.at(-1);
  return html`<h1>Policy recommendations: ${policies[0]?.jurisdictionName ?? jurisdiction}</h1>
    <p>
      <a href="${base}.atom">Feed (Atom)</a> · <a href="${base}.csv">All as CSV</a> · <a href="${base}">JSON</a>
    </p>
    ${policies.length === 0 ? html`<p>None has been published.</p>` : table(jurisdiction, policies)}
    ${
      last && policies.length === limit
        ? html`<p><a href="/recommendations/${jurisdiction}?limit=${limit}&amp;before=${last.number}">Earlier ones</a></p>`
        : null
    }`;
}

function table(jurisdiction: string, policies: readonly PublicPolicy[]): Html {
  return html`<table>
    <caption>
      What was recommended, and what came of it
    </caption>
    <thead>
      <tr>
        <th scope="col" class="number">Number</th>
        <th scope="col">Recommendation</th>
        <th scope="col">To</th>
        <th scope="col">Issued</th>
        <th scope="col">Answer due</th>
        <th scope="col">Status</th>
      </tr>
    </thead>
    <tbody>
      ${policies.map(
        (policy) =>
          html`<tr>
            <td class="number">${policy.number}</td>
            <th scope="row"><a href="/recommendations/${jurisdiction}/${policy.id}">${policy.title}</a></th>
            <td>${policy.addressedTo}</td>
            <td>${policy.issuedOn}</td>
            <td>${policy.answerDueOn}</td>
            <td>${statusInWords(policy)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
