import { type Html, html } from '../../platform/html/html.js';
import { onwards, type Reader } from '../../platform/html/reader.js';
import { text } from '../../platform/html/text.js';
import type { PublicPolicy } from '../records/public-policy.reader.js';
import { statusText } from './policy-texts.js';

/** The recommendations of a place, the latest first: what was asked of whom, and what came of it. */
interface PolicyList {
  jurisdiction: string;
  policies: readonly PublicPolicy[];
  /** How many were asked for */
  limit: number;
}

export function policiesPage({ jurisdiction, policies, limit }: PolicyList, reader: Reader): Html {
  const { language } = reader;
  const before = `/recommendations/${jurisdiction}?limit=${limit}&before=${policies.at(-1)?.number ?? 1}`;
  const base = `/api/v1/jurisdictions/${jurisdiction}/policy-recommendations`;
  return html`<h1>${text(language, 'policy.list')}: ${policies[0]?.jurisdictionName ?? jurisdiction}</h1>
    <p>
      <a href="${base}.atom">${text(language, 'policy.feed')}</a> · <a href="${base}.csv">${text(language, 'policy.csv')}</a> · <a href="${base}">JSON</a>
    </p>
    ${policies.length === 0 ? html`<p>${text(language, 'policy.none')}</p>` : table(jurisdiction, policies, reader)}
    ${
      policies.length === limit
        ? html`<p><a href="${onwards(reader, before)}">${text(language, 'policy.earlier')}</a></p>`
        : null
    }`;
}

const HEADINGS = ['recommendation', 'to', 'issued', 'due', 'status'] as const;

function table(jurisdiction: string, policies: readonly PublicPolicy[], reader: Reader): Html {
  const { language } = reader;
  return html`<table>
    <caption>
      ${text(language, 'policy.caption')}
    </caption>
    <thead>
      <tr>
        <th scope="col" class="number">${text(language, 'policy.number')}</th>
        ${HEADINGS.map((heading) => html`<th scope="col">${text(language, `policy.${heading}`)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${policies.map(
        (policy) =>
          html`<tr>
            <td class="number">${policy.number}</td>
            <th scope="row"><a href="${onwards(reader, `/recommendations/${jurisdiction}/${policy.id}`)}">${policy.title}</a></th>
            <td>${policy.addressedTo}</td>
            <td>${policy.issuedOn}</td>
            <td>${policy.answerDueOn}</td>
            <td>${statusText(language, policy)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
