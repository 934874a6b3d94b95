import { dayIn } from '../../platform/html/day-in.js';
import { type Html, html } from '../../platform/html/html.js';
import type { Language } from '../../platform/html/language.js';
import { languageLinks } from '../../platform/html/language-links.js';
import { localDay } from '../../shared/local-day.js';
import type { PublicBoard } from '../records/public-board.reader.js';
import { boardSeats } from './board-seats.page.js';
import { boardsTexts } from './boards.texts.js';

export interface BoardsShown {
  slug: string;
  name: string;
  boards: readonly PublicBoard[];
  now: Date;
  language: Language;
}

/** The boards of a place: who sits, when they meet, what they decided and told in public. */
export function boardsPage({ slug, name, boards, now, language }: BoardsShown): Html {
  const texts = boardsTexts[language];
  const links = {
    [`/meetings/${slug}`]: texts.meetings,
    [`/recommendations/${slug}`]: texts.recommendations,
    [`/overdue-answers/${slug}`]: texts.overdue,
    [`/charter/${slug}?lang=${language}`]: texts.charter,
  };
  return html`${languageLinks(`/boards/${slug}`, language)}
    <h1>${texts.title}: ${name}</h1>
    <ul>
      ${Object.entries(links).map(([address, text]) => html`<li><a href="${address}">${text}</a></li>`)}
    </ul>
    ${language === 'en' ? null : html`<p>${texts.english}</p>`}
    ${boards.length === 0 ? html`<p>${texts.none}</p>` : null}
    ${boards.map(
      (board) =>
        html`<h2>${board.name}</h2>
          ${boardSeats(board, localDay(now, board.timeZone), language)} ${meetings(slug, board, language)}
          ${decisions(slug, board, language)}`,
    )}`;
}

function meetings(slug: string, board: PublicBoard, language: Language): Html {
  const texts = boardsTexts[language];
  const line = ({ id, kind, startsAt, status, minutesApproved }: PublicBoard['meetings'][number]): Html => {
    const when = timeIn(language, startsAt, board.timeZone);
    const kinds: Readonly<Record<string, string>> = texts;
    const agenda = texts.agendaOf.replace('{kind}', kinds[kind] ?? kind).replace('{when}', when);
    const minutes = html` · <a href="/meetings/${slug}/${id}/minutes">${texts.minutesOf.replace('{when}', when)}</a>`;
    return html`<li>
      <a href="/meetings/${slug}/${id}">${agenda}</a>${status === 'cancelled' ? ` (${texts.cancelled})` : null}${minutesApproved ? minutes : null}
    </li>`;
  };
  return html`<h3>${texts.latest}</h3>
    ${board.meetings.length === 0 ? html`<p>${texts.noMeeting}</p>` : html`<ul>${board.meetings.map(line)}</ul>`}`;
}

function decisions(slug: string, { told, timeZone }: PublicBoard, language: Language): Html | null {
  const texts = boardsTexts[language];
  if (told.length === 0) return null;
  return html`<h3>${texts.told}</h3>
    <ul>
      ${told.map(({ meetingId, text, reportedAt }) => {
        const when = dayIn(language, localDay(new Date(reportedAt), timeZone));
        const words = text === null ? texts.withheld : html`<span lang="en">${text}</span>`;
        return html`<li><a href="/meetings/${slug}/${meetingId}">${texts.toldAt.replace('{when}', when)}</a>: ${words}</li>`;
      })}
    </ul>`;
}

/** By the clock on the wall where the board meets. */
function timeIn(language: Language, at: string, timeZone: string): string {
  const form = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-US' : 'es-US', form).format(new Date(at));
}
