import type { PublicItem, PublicMeeting } from '../records/public-meeting.reader.js';
import { type CalendarEvent, icalendar } from '../rules/icalendar.js';
import { agendaInWords, meetingTitle, placeInWords, timeInWords } from '../rules/meeting-words.js';

type Told = PublicMeeting & { agenda?: readonly PublicItem[] };

/** Meetings as an iCalendar file: to be opened once, or subscribed to. */
export function meetingCalendar(name: string, meetings: readonly Told[]): string {
  return icalendar(name, meetings.map(eventOf));
}

function eventOf(meeting: Told): CalendarEvent {
  const { id, jurisdiction, startsAt, changedAt, sequence, status, timeZone, agenda = [] } = meeting;
  const agendaText = agendaInWords(agenda);
  const page = `Agenda: /meetings/${jurisdiction}/${id}`;
  return {
    uid: `${id}@${jurisdiction}.redress`,
    ...{ startsAt, changedAt, sequence },
    cancelled: status === 'cancelled',
    summary: meetingTitle(meeting),
    location: placeInWords(meeting),
    description: [timeInWords(startsAt, timeZone), agendaText, page].filter((part) => part !== '').join('\n'),
  };
}
