import { html } from '../../platform/html/html.js';
import type { PublicMeeting } from '../records/public-meeting.reader.js';
import { meetingTitle, placeInWords, timeInWords } from '../rules/meeting-words.js';

/** The meetings as an Atom feed (RFC 4287): an entry changes when what was told of its meeting does. */
export function meetingFeed(jurisdiction: string, meetings: readonly PublicMeeting[]): string {
  const updated = meetings.reduce((last, { changedAt }) => (changedAt > last ? changedAt : last), new Date(0));
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom">
    <id>urn:redress:meetings:${jurisdiction}</id>
    <title>Meetings of ${meetings[0]?.jurisdictionName ?? jurisdiction}</title>
    <updated>${updated.toISOString()}</updated>
    <author><name>${meetings[0]?.jurisdictionName ?? jurisdiction}</name></author>
    <link rel="self" href="/api/v1/jurisdictions/${jurisdiction}/meetings.atom" />
    ${meetings.map(
      (meeting) =>
        html`<entry>
          <id>urn:uuid:${meeting.id}</id>
          <title>${meetingTitle(meeting)}</title>
          <updated>${meeting.changedAt.toISOString()}</updated>
          <published>${meeting.postedAt.toISOString()}</published>
          <link rel="alternate" type="text/html" href="/meetings/${jurisdiction}/${meeting.id}" />
          <summary
            >${timeInWords(meeting.startsAt, meeting.timeZone)}${placeInWords(meeting) === null ? '' : `, ${placeInWords(meeting)}`}</summary
          >
        </entry> `,
    )}
  </feed>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.text}\n`;
}
