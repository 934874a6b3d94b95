import { type Html, html } from '../../platform/html/html.js';
import { shareIn } from '../../platform/html/day-in.js';
import type { Language } from '../../platform/html/language.js';
import type { CharterDocument, Term } from '../rules/charter-document.js';
import { charterTexts } from './charter.texts.js';
import { labelHtml } from './label-html.js';

/** What a charter says in lists: how one complains, what can be alleged, found and decided, how the board sits. */
export function vocabularies(charter: CharterDocument, language: Language): Html {
  return html`${agency(charter, language)} ${complaining(charter, language)} ${allegations(charter, language)}
  ${deciding(charter, language)} ${board(charter, language)}`;
}

function agency({ agency: { powers } }: CharterDocument, language: Language): Html {
  const texts = charterTexts[language];
  return html`<h2 id="agency">${texts.agency}</h2>
    ${listOf(texts.powers, powers, language)}`;
}

function complaining({ intake, complainants, screening }: CharterDocument, language: Language): Html {
  const texts = charterTexts[language];
  const { appealDays } = screening;
  return html`<h2 id="complaining">${texts.complaining}</h2>
    <p>${intake.anonymousAccepted ? texts.anonymousYes : texts.anonymousNo}</p>
    ${complainants.affidavit.required ? html`<p>${texts.affidavit}</p>` : null}
    ${appealDays === null ? null : html`<p>${texts.appeal.replace('{days}', String(appealDays))}</p>`}
    ${listOf(texts.channels, intake.channels, language)} ${listOf(texts.privacy, complainants.privacyChoices, language)}
    ${listOf(texts.languages, complainants.languages, language)}
    ${listOf(texts.accommodations, complainants.accommodations, language)}`;
}

function allegations({ allegationGroups, allegations: all }: CharterDocument, language: Language): Html {
  return html`<h2 id="allegations">${charterTexts[language].allegations}</h2>
    ${allegationGroups.map((group) =>
      listOf(
        labelHtml(group, language),
        all.filter((each) => each.group === group.code),
        language,
      ),
    )}`;
}

function deciding({ findings, standardsOfProof, disciplines, ...charter }: CharterDocument, language: Language): Html {
  const texts = charterTexts[language];
  const { reconsideration } = charter.afterVote;
  const again = texts.reconsider
    .replace('{days}', String(reconsideration?.days))
    .replace('{most}', String(reconsideration?.most));
  return html`<h2 id="deciding">${texts.deciding}</h2>
    ${charter.mediation.offered ? html`<p>${texts.mediation}</p>` : null}
    ${reconsideration === null ? null : html`<p>${again}</p>`} ${listOf(texts.findings, findings, language)}
    ${listOf(texts.standards, standardsOfProof, language)} ${listOf(texts.disciplines, disciplines, language)}`;
}

function board({ voting, meetings }: CharterDocument, language: Language): Html {
  const texts = charterTexts[language];
  const { regular, special, emergency } = meetings.noticeHours;
  const panel = texts.panel.replace('{size}', String(voting.panelSize)).replace('{quorum}', String(voting.panelQuorum));
  const notice = texts.notice
    .replace('{regular}', String(regular))
    .replace('{special}', String(special))
    .replace('{emergency}', String(emergency));
  const quorum = texts.quorum.replace('{share}', shareIn(language, voting.boardQuorumOver));
  return html`<h2 id="board">${texts.board}</h2>
    ${[panel, quorum, texts[voting.carriesBy], notice].map((line) => html`<p>${line}</p>`)}
    ${listOf(texts.closed, meetings.closedSessionGrounds, language)}`;
}

function listOf(heading: Html | string, terms: readonly Term[], language: Language): Html | null {
  if (terms.length === 0) return null;
  return html`<h3>${heading}</h3>
    <ul>
      ${terms.map((term) => html`<li>${labelHtml(term, language)}</li>`)}
    </ul>`;
}
