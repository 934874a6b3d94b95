import { type Html, html } from '../../platform/html/html.js';
import type { Language } from '../../platform/html/language.js';
import type { FileOutcome } from '../actions/file-from-form.js';
import { receiptTexts, type ReceiptTexts } from '../texts/receipt.texts.js';

export interface ReceiptShown {
  /** Where the page is, as its reader came here, for who keeps it on paper */
  host: string;
  slug: string;
  language: Language;
  receiptCode: string;
  /** Null: another code for a case that is there already */
  caseNumber: string | null;
  files: readonly FileOutcome[];
}

/** The receipt, this once. */
export function receiptPage({ host, slug, language, receiptCode, caseNumber, files }: ReceiptShown): Html {
  const texts = receiptTexts[language];
  return html`<h1>${caseNumber === null ? texts.newTitle : texts.title}</h1>
    ${caseNumber === null ? html`<p>${texts.newLead}</p>` : null}
    <section class="receipt" aria-labelledby="code">
      <h2 id="code">${texts.code}</h2>
      <code class="code">${receiptCode}</code>
      <p><strong>${texts.once}</strong></p>
      ${caseNumber === null ? null : numberLines(caseNumber, texts)}
    </section>
    <h2>${texts.keep}</h2>
    <ul>
      <li>${texts.keepPaper}</li>
      <li>${texts.keepSecret}</li>
      <li>${texts.keepWhere} <a href="/follow/${slug}?lang=${language}">${host}/follow/${slug}</a></li>
    </ul>
    ${files.length === 0 ? null : filesSection(files, texts)}
    <form class="desk" method="post" action="/follow/${slug}">
      <input type="hidden" name="receipt" value="${receiptCode}" />
      <input type="hidden" name="lang" value="${language}" />
      <button type="submit">${texts.follow}</button>
    </form>`;
}

function numberLines(caseNumber: string, texts: ReceiptTexts): Html {
  return html`<h2>${texts.number}</h2>
    <p><strong>${caseNumber}</strong><br />${texts.numberHint}</p>`;
}

function filesSection(files: readonly FileOutcome[], texts: ReceiptTexts): Html {
  const line = (outcome: FileOutcome, at: number): Html => {
    const number = String(at + 1);
    if (outcome.sha256 !== null)
      return html`<li>${texts.fileTaken.replace('{number}', number)} <code>${outcome.sha256}</code></li>`;
    const reason = texts[outcome.refused];
    return html`<li>${texts.fileRefused.replace('{number}', number).replace('{reason}', reason)}</li>`;
  };
  return html`<h2>${texts.files}</h2>
    <ul>
      ${files.map(line)}
    </ul>`;
}
