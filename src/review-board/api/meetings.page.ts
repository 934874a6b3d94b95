import { type Html, html } from '../../platform/html/html.js';
import type { PublicMeeting } from '../records/public-meeting.reader.js';
import { meetingTitle, placeInWords, timeInWords } from '../rules/meeting-words.js';

/** The meetings of a place, the latest first. */
export function meetingsPage(jurisdiction: string, meetings: readonly PublicMeeting[]): Html {
  const base = `/api/v1/jurisdictions/${jurisdiction}/meetings`;
  return html`<h1>Meetings: ${meetings[0]?.jurisdictionName ?? jurisdiction}</h1>
    <p>
      <a href="${base}.ics">Calendar (iCalendar)</a> · <a href="${base}.atom">Feed (Atom)</a> ·
      <a href="${base}">JSON</a> · <a href="/overdue-answers/${jurisdiction}">Overdue answers</a>
    </p>
    ${meetings.length === 0 ? html`<p>No agenda has been posted.</p>` : null}
    ${meetings.map((meeting) => meetingCard(jurisdiction, meeting))}`;
}

function meetingCard(jurisdiction: string, meeting: PublicMeeting): Html {
  const page = `/meetings/${jurisdiction}/${meeting.id}`;
  const place = placeInWords(meeting);
  const when = timeInWords(meeting.startsAt, meeting.timeZone);
  return html`<section class="card">
    <h2>${meetingTitle(meeting)}</h2>
    <p><time datetime="${meeting.startsAt.toISOString()}">${when}</time>${place === null ? null : html`<br />${place}`}</p>
    <p>
      <a href="${page}">Agenda of ${when}</a>${
        meeting.minutesApprovedAt === null ? null : html` · <a href="${page}/minutes">Minutes of ${when}</a>`
      }
    </p>
  </section>`;
}
