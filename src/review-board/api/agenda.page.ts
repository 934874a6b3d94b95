import { type Html, html } from '../../platform/html/html.js';
import type { PublicItem, PublicMeeting } from '../records/public-meeting.reader.js';
import { itemInWords, meetingTitle, opinionInWords, placeInWords, timeInWords } from '../rules/meeting-words.js';

const CHANGES: Readonly<Record<string, string>> = { added: 'Added', withdrawn: 'Withdrawn', retitled: 'Reworded' };

/** The posted agenda, as it is put up at the door: printable, no script. */
export function agendaPage(meeting: PublicMeeting & { agenda: readonly PublicItem[] }): Html {
  const { jurisdiction, id, minutesApprovedAt } = meeting;
  const base = `/api/v1/jurisdictions/${jurisdiction}/meetings/${id}`;
  return html`<h1>${meetingTitle(meeting)}</h1>
    ${meetingFacts(meeting)}
    <p>
      <a href="${base}/agenda.ics">Put it in a calendar</a> · <a href="${base}">JSON</a> ·
      <a href="/meetings/${jurisdiction}">All meetings</a>${
        minutesApprovedAt === null ? null : html` · <a href="/meetings/${jurisdiction}/${id}/minutes">Minutes</a>`
      }
    </p>
    <h2>Agenda</h2>
    ${meeting.agenda.map((item) => itemSection(item, meeting.timeZone))}`;
}

export function meetingFacts(meeting: PublicMeeting): Html {
  const { startsAt, timeZone, postedAt, emergencyReason, cancelReason, jurisdictionName } = meeting;
  return html`<dl>
    ${fact('Of', jurisdictionName)} ${fact('When', timeInWords(startsAt, timeZone))} ${fact('Where', placeInWords(meeting))}
    ${fact('Why it cannot wait', emergencyReason)} ${fact('Why it was cancelled', cancelReason)}
    ${fact('Agenda posted', timeInWords(postedAt, timeZone))}
  </dl>`;
}

function fact(term: string, said: string | null): Html | null {
  if (said === null) return null;
  return html`<dt>${term}</dt>
    <dd>${said}</dd>`;
}

function itemSection(item: PublicItem, timeZone: string): Html {
  const said = item.withdrawn ? html`<del>${itemInWords(item)}</del> (withdrawn)` : html`${itemInWords(item)}`;
  return html`<section>
    <h3>${item.position}. ${said}</h3>
    ${item.amendments.map((amendment) => amendmentLine(amendment, timeZone))}
    ${item.materials.map(({ title, url }) => html`<p><a href="${url}">${title}</a></p>`)}
    ${item.reportsOut.map(({ text }) => html`<p>Reported out of the closed session: ${text ?? 'withheld'}</p>`)}
    ${item.opinions.map((opinion) => html`<p>${opinionInWords(opinion)}: ${opinion.text ?? 'withheld'}</p>`)}
  </section>`;
}

function amendmentLine(amendment: PublicItem['amendments'][number], timeZone: string): Html {
  const { kind, formerTitle, lateGround, amendedAt } = amendment;
  const former = formerTitle === null ? '' : `; it was: ${formerTitle}`;
  const ground = lateGround === null ? '' : `. After the notice deadline: ${lateGround}`;
  return html`<p>${CHANGES[kind] ?? kind} on ${timeInWords(new Date(amendedAt), timeZone)}${former}${ground}.</p>`;
}
