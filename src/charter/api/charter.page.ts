import { dayIn } from '../../platform/html/day-in.js';
import { type Html, html } from '../../platform/html/html.js';
import type { Language } from '../../platform/html/language.js';
import { languageLinks } from '../../platform/html/language-links.js';
import type { CharterVersion, PublicCharter } from '../records/public-charter.reader.js';
import { CHARTER_LANGUAGE } from '../rules/label-in.js';
import { charterTables } from './charter-tables.page.js';
import { charterTexts } from './charter.texts.js';
import { vocabularies } from './charter-vocabularies.page.js';

export interface CharterShown {
  slug: string;
  name: string;
  shown: PublicCharter;
  /** The newest first */
  versions: readonly CharterVersion[];
  /** YYYY-MM-DD where the agency is */
  today: string;
  language: Language;
}

const SECTIONS = [
  'agency',
  'complaining',
  'allegations',
  'deciding',
  'board',
  'clocks',
  'retention',
  'publication',
] as const;

/** The terms of oversight of a place, for people to read. */
export function charterPage(page: CharterShown): Html {
  const { slug, name, shown, language } = page;
  const texts = charterTexts[language];
  const links = {
    [`/complain/${slug}`]: texts.complain,
    [`/follow/${slug}`]: texts.follow,
    [`/boards/${slug}`]: texts.boards,
  };
  return html`${languageLinks(`/charter/${slug}`, language)}
    <h1>${texts.title}: ${name}</h1>
    <p>${texts.lead}</p>
    <p>${inForce(page)} <a href="/api/v1/charters/${shown.id}">${texts.file}</a></p>
    <ul>
      ${Object.entries(links).map(([address, text]) => html`<li><a href="${address}?lang=${language}">${text}</a></li>`)}
    </ul>
    <nav aria-label="${texts.contents}">
      <ul>
        ${SECTIONS.map((section) => html`<li><a href="#${section}">${texts[section]}</a></li>`)}
        <li><a href="#versions">${texts.versions}</a></li>
      </ul>
    </nav>
    ${vocabularies(shown.charter, language)} ${charterTables(shown.charter, language)} ${sources(page)}
    ${versions(page)}`;
}

function inForce({ shown, today, language }: CharterShown): string {
  const texts = charterTexts[language];
  const words = shown.effectiveFrom > today ? texts.notYet : texts.version;
  return words.replace('{version}', String(shown.version)).replace('{day}', dayIn(language, shown.effectiveFrom));
}

function sources({ shown, language }: CharterShown): Html {
  return html`<h2>${charterTexts[language].sources}</h2>
    <ul lang="${CHARTER_LANGUAGE}">
      ${[shown.charter.title, ...shown.charter.sources].map((source) => html`<li>${source}</li>`)}
    </ul>`;
}

function versions({ slug, versions: all, language }: CharterShown): Html {
  const texts = charterTexts[language];
  const line = ({ id, version, effectiveFrom }: CharterVersion, at: number): Html => {
    const before = all[at + 1];
    const address = `/charter/${slug}?version=${version}&lang=${language}`;
    const said = texts.version.replace('{version}', String(version)).replace('{day}', dayIn(language, effectiveFrom));
    const changes = texts.changes.replace('{from}', String(before?.version)).replace('{to}', String(version));
    return html`<li><a href="${address}">${said}</a>${
      before && html` · <a href="/api/v1/charters/${before.id}/changes-to/${id}">${changes}</a>`
    }</li>`;
  };
  return html`<h2 id="versions">${texts.versions}</h2>
    <ul>
      ${all.map(line)}
    </ul>`;
}
