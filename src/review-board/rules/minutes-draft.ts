import { motionLines, type RecordedMotion } from './motion-in-minutes.js';

export type { RecordedMotion } from './motion-in-minutes.js';

/** What was recorded of a meeting, as its minutes need it. Times are read in the place's own zone. */
export interface MeetingRecord {
  board: string;
  kind: string;
  timeZone: string;
  place: string | null;
  emergencyReason: string | null;
  openedAt: Date;
  adjournedAt: Date;
  attendance: readonly { name: string; arrivedAt: Date; leftAt: Date | null; remote: boolean }[];
  items: readonly RecordedItem[];
  /** How many spoke in public; what they said is in the register */
  comments: number;
}

export interface RecordedItem {
  id: string;
  position: number;
  title: string;
  closed: boolean;
  /** In the charter's words */
  ground: string | null;
  withdrawn: boolean;
  /** Names of members; why they are recused is nobody's business */
  recused: readonly string[];
  standIns: readonly { alternate: string; member: string }[];
  motions: readonly RecordedMotion[];
  reportOuts: readonly string[];
}

export interface DraftSection {
  kind: 'opening' | 'attendance' | 'item' | 'comments' | 'adjournment';
  itemId: string | null;
  text: string;
}

/** The minutes as the record alone would have them: the clerk's draft, to be edited and then approved by the board. */
export function draftMinutes(record: MeetingRecord): DraftSection[] {
  const time = timeIn(record.timeZone);
  const section = (
    kind: DraftSection['kind'],
    lines: readonly string[],
    itemId: string | null = null,
  ): DraftSection => ({
    ...{ kind, itemId },
    text: lines.join('\n'),
  });
  return [
    section('opening', openingLines(record, time)),
    section(
      'attendance',
      record.attendance.map((stay) => stayLine(stay, time)),
    ),
    ...record.items.map((item) => section('item', itemLines(item), item.id)),
    section('comments', [commentLine(record.comments)]),
    section('adjournment', [`The meeting was adjourned at ${time(record.adjournedAt)}.`]),
  ];
}

function commentLine(comments: number): string {
  if (comments === 0) return 'Nobody from the public spoke.';
  return comments === 1 ? 'One public comment was made.' : `${comments} public comments were made.`;
}

function openingLines(record: MeetingRecord, time: (at: Date) => string): string[] {
  const { board, kind, place, emergencyReason, openedAt } = record;
  return [
    `${board}: the ${kind} meeting was called to order at ${time(openedAt)}${place === null ? '' : `, ${place}`}.`,
    ...(emergencyReason === null ? [] : [`Why it could not wait: ${emergencyReason}`]),
  ];
}

function stayLine(stay: MeetingRecord['attendance'][number], time: (at: Date) => string): string {
  const { name, arrivedAt, leftAt, remote } = stay;
  const until = leftAt === null ? '' : `, until ${time(leftAt)}`;
  return `${name}: from ${time(arrivedAt)}${until}${remote ? ' (remote)' : ''}`;
}

function itemLines(item: RecordedItem): string[] {
  if (item.withdrawn) return ['The item was withdrawn before the meeting.'];
  return [
    ...(item.ground === null ? [] : [`Closed session: ${item.ground}.`]),
    ...recusalLines(item.recused),
    ...item.standIns.map(({ alternate, member }) => `${alternate} sat in the place of ${member}.`),
    ...item.motions.flatMap(motionLines),
    ...item.reportOuts.map((text) => `Reported out: ${text}`),
  ];
}

/** That a member was recused is disclosed, and not why. */
export function recusalLines(recused: readonly string[]): string[] {
  return recused.map((name) => `${name} was recused from this item.`);
}

function timeIn(timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone });
  return (at) => format.format(at).replaceAll('\u202f', ' ');
}
