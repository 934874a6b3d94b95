import { type Html, html } from '../../platform/html/html.js';
import type { PublicPolicy, PublicPolicyStep } from '../records/public-policy.reader.js';
import { policyTitle, statusInWords, stepInWords } from '../rules/policy-words.js';

/** One recommendation with its history, as the public was told of it. */
export function policyPage(policy: PublicPolicy & { steps: readonly PublicPolicyStep[] }): Html {
  const { jurisdiction, id, steps } = policy;
  return html`<h1>${policyTitle(policy)}</h1>
    <dl>
      ${fact('Of', policy.jurisdictionName)} ${fact('Kind', policy.kind)} ${fact('To', policy.addressedTo)}
      ${fact('Issued', policy.issuedOn)} ${fact('Answer due', policy.answerDueOn)} ${fact('Status', statusInWords(policy))}
    </dl>
    ${paragraphs(policy.text)} ${link(policy.url, 'The document')}
    <p>
      <a href="/api/v1/jurisdictions/${jurisdiction}/policy-recommendations/${id}">JSON</a> ·
      <a href="/recommendations/${jurisdiction}">All recommendations</a>
    </p>
    <h2>What happened since</h2>
    ${steps.length === 0 ? html`<p>Nothing yet.</p>` : html`<ol>${steps.map(stepItem)}</ol>`}`;
}

function fact(term: string, said: string): Html {
  return html`<dt>${term}</dt>
    <dd>${said}</dd>`;
}

function stepItem(step: PublicPolicyStep): Html {
  const { kind, dueOn, takenOn, text, url } = step;
  const until = dueOn === null ? '' : kind === 'extension' ? `, until ${dueOn}` : `, to be done by ${dueOn}`;
  return html`<li>
    <h3>${stepInWords(step)}${until}</h3>
    <p><time datetime="${takenOn}">${takenOn}</time></p>
    ${text === null ? html`<p>The text is not published.</p>` : paragraphs(text)} ${link(url, `Document of ${takenOn}`)}
  </li>`;
}

function paragraphs(text: string): Html[] {
  return text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => html`<p>${part}</p>`);
}

function link(url: string | null, label: string): Html | null {
  return url === null ? null : html`<p><a href="${url}">${label}: ${url}</a></p>`;
}
