import { type Html, html } from '../../platform/html/html.js';
import type { Language } from '../../platform/html/language.js';
import { onwards, type Reader } from '../../platform/html/reader.js';
import { text } from '../../platform/html/text.js';
import type { PublicPolicy, PublicPolicyStep } from '../records/public-policy.reader.js';
import { statusText, stepText } from './policy-texts.js';

/** One recommendation with its history, as the public was told of it. */
export function policyPage(policy: PublicPolicy & { steps: readonly PublicPolicyStep[] }, reader: Reader): Html {
  const { language } = reader;
  const { jurisdiction, id, number, title, steps } = policy;
  return html`<h1>${text(language, 'policy.title', { number, title })}</h1>
    <dl>
      ${fact(text(language, 'policy.of'), policy.jurisdictionName)}
      ${fact(text(language, 'policy.kind'), policy.kind)} ${fact(text(language, 'policy.to'), policy.addressedTo)}
      ${fact(text(language, 'policy.issued'), policy.issuedOn)} ${fact(text(language, 'policy.due'), policy.answerDueOn)}
      ${fact(text(language, 'policy.status'), statusText(language, policy))}
    </dl>
    ${paragraphs(policy.text)} ${link(policy.url, text(language, 'policy.document'))}
    <p>
      <a href="/api/v1/jurisdictions/${jurisdiction}/policy-recommendations/${id}">JSON</a> ·
      <a href="${onwards(reader, `/recommendations/${jurisdiction}`)}">${text(language, 'policy.all')}</a>
    </p>
    <h2>${text(language, 'policy.since')}</h2>
    ${steps.length === 0 ? html`<p>${text(language, 'policy.nothing-yet')}</p>` : html`<ol>${steps.map((step) => stepItem(step, language))}</ol>`}`;
}

function fact(term: string, said: string): Html {
  return html`<dt>${term}</dt>
    <dd>${said}</dd>`;
}

function stepItem(step: PublicPolicyStep, language: Language): Html {
  const { kind, dueOn, takenOn, text: said, url } = step;
  const until = kind === 'extension' ? 'policy.until' : 'policy.by';
  const due = dueOn === null ? '' : `, ${text(language, until, { day: dueOn })}`;
  return html`<li>
    <h3>${stepText(language, step)}${due}</h3>
    <p><time datetime="${takenOn}">${takenOn}</time></p>
    ${said === null ? html`<p>${text(language, 'policy.no-text')}</p>` : paragraphs(said)}
    ${link(url, text(language, 'policy.document-of', { day: takenOn }))}
  </li>`;
}

function paragraphs(said: string): Html[] {
  return said
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => html`<p>${part}</p>`);
}

function link(url: string | null, label: string): Html | null {
  return url === null ? null : html`<p><a href="${url}">${label}: ${url}</a></p>`;
}
