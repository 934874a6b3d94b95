import { type Html, html } from '../../platform/html/html.js';
import type { PublicItem, PublicMeeting, PublicMinutes } from '../records/public-meeting.reader.js';
import { itemInWords, meetingTitle, timeInWords } from '../rules/meeting-words.js';
import { recusalLines } from '../rules/minutes-draft.js';
import { meetingFacts } from './agenda.page.js';

const HEADINGS: Readonly<Record<string, string>> = {
  opening: 'Call to order',
  attendance: 'Members present',
  comments: 'Public comment',
  adjournment: 'Adjournment',
};

type Meeting = PublicMeeting & { agenda: readonly PublicItem[] };

/** Approved minutes; of a closed session its ground, who was recused, and what was reported out of it. */
export function minutesPage(meeting: Meeting, minutes: PublicMinutes): Html {
  const { minutesApprovedAt, timeZone, jurisdiction, id } = meeting;
  const approved = minutesApprovedAt === null ? '' : `Approved on ${timeInWords(minutesApprovedAt, timeZone)}.`;
  return html`<h1>Minutes. ${meetingTitle(meeting)}</h1>
    ${meetingFacts(meeting)}
    <p>${approved} <a href="/meetings/${jurisdiction}/${id}">Agenda</a> · <a href="/meetings/${jurisdiction}">All meetings</a></p>
    ${minutes.sections.map((section) => sectionPart(section, meeting.agenda, minutes.comments))}`;
}

function sectionPart(
  section: PublicMinutes['sections'][number],
  agenda: readonly PublicItem[],
  comments: PublicMinutes['comments'],
): Html {
  const item = agenda.find(({ id }) => id === section.itemId);
  const heading = item ? `${item.position}. ${itemInWords(item)}` : (HEADINGS[section.kind] ?? section.kind);
  const lines = section.text === null ? withheldLines(section.recused, item) : section.text.split('\n');
  return html`<section>
    <h2>${heading}</h2>
    ${lines.filter((line) => line !== '').map((line) => html`<p>${line}</p>`)}
    ${section.kind === 'comments' ? commentList(comments, agenda) : null}
  </section>`;
}

function withheldLines(recused: readonly string[], item: PublicItem | undefined): string[] {
  const reports = item?.reportsOut.map(({ text }) => `Reported out: ${text ?? 'withheld'}`) ?? [];
  return ['What was said here is withheld.', ...recusalLines(recused), ...reports];
}

function commentList(comments: PublicMinutes['comments'], agenda: readonly PublicItem[]): Html | null {
  if (comments.length === 0) return null;
  const about = (itemId: string | null): string => {
    const item = agenda.find(({ id }) => id === itemId);
    return item ? ` (on item ${item.position})` : '';
  };
  return html`<ol>
    ${comments.map(
      ({ name, text, itemId }) =>
        html`<li>${name ?? 'A member of the public'}${about(itemId)}: ${text ?? 'withheld'}</li>`,
    )}
  </ol>`;
}
