/** What is said of a public meeting on pages, in calendars and in feeds alike. */
export interface ToldMeeting {
  board: string;
  kind: string;
  startsAt: Date;
  timeZone: string;
  status: string;
  place: string | null;
  remoteAccess: string | null;
}

interface ToldItem {
  position: number;
  title: string | null;
  closed: boolean;
  ground: string | null;
  withdrawn: boolean;
}

export function meetingTitle({ board, kind, status }: ToldMeeting): string {
  return `${board}: ${kind} meeting${status === 'cancelled' ? ' (cancelled)' : ''}`;
}

/** E.g. `Tuesday, March 10, 2026 at 6:00 PM CDT`: the clock on the wall where the board meets. */
export function timeInWords(at: Date, timeZone: string): string {
  const form = { dateStyle: 'full', timeStyle: 'short', timeZone } as const;
  const zone = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return `${new Intl.DateTimeFormat('en-US', form).format(at).replaceAll('\u202f', ' ')} ${zone ?? timeZone}`;
}

/** A closed item is told by its ground alone. */
export function itemInWords({ title, closed, ground }: ToldItem): string {
  if (closed) return `Closed session: ${ground ?? 'ground withheld'}`;
  return title ?? 'Withheld';
}

export function placeInWords({ place, remoteAccess }: ToldMeeting): string | null {
  const parts = [place, remoteAccess].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}

export function agendaInWords(items: readonly ToldItem[]): string {
  return items
    .map((item) => `${item.position}. ${itemInWords(item)}${item.withdrawn ? ' (withdrawn)' : ''}`)
    .join('\n');
}

const OPINIONS: Readonly<Record<string, string>> = {
  dissent: 'Dissent',
  concurrence: 'Concurrence',
  minority_report: 'Minority report',
};

/** E.g. `Dissent of Ana, Ben`. */
export function opinionInWords({ kind, authors }: { kind: string; authors: readonly string[] }): string {
  return `${OPINIONS[kind] ?? kind} of ${authors.join(', ')}`;
}
