import { nothingReleased } from './lacking.js';
import type { Material, MeetingRow } from './material.js';
import type { ReportSection, ReportTable } from './report-content.js';

const VOTES =
  'Motions and votes, by member: in the approved minutes of each meeting, which are published as text and not as data.';

export function meetingsSection({ meetings, period }: Material): ReportSection {
  const [id, title] = ['meetings', 'Meetings'];
  const { rows } = meetings;
  if (rows.length === 0) return { id, title, lines: [nothingReleased('meetings of this period')], tables: [] };
  const covers = { from: period.from, to: period.to };
  const table = { sources: ['meetings'], covers, notes: [] };
  return {
    ...{ id, title, lines: [VOTES] },
    tables: [
      { ...table, ...kinds(rows), drawn: ['held'] },
      { ...table, ...each(rows), drawn: [] },
    ],
  };
}

const isHeld = ({ status }: MeetingRow): boolean => status === 'adjourned';

function kinds(rows: readonly MeetingRow[]): Pick<ReportTable, 'id' | 'title' | 'rowTitle' | 'columns' | 'rows'> {
  const named = [...new Set(rows.map(({ board, kind }) => JSON.stringify([board, kind])))].sort();
  return {
    ...{ id: 'meetings-by-kind', title: 'Meetings by board and kind', rowTitle: 'Board and kind' },
    columns: [
      { name: 'held', title: 'Held', unit: 'count' },
      { name: 'cancelled', title: 'Cancelled', unit: 'count' },
      { name: 'announced', title: 'Announced, not over', unit: 'count' },
    ],
    rows: named.map((name) => {
      const [board = '', kind = ''] = JSON.parse(name) as string[];
      const own = rows.filter((row) => row.board === board && row.kind === kind);
      const [held, cancelled] = [own.filter(isHeld).length, own.filter(({ status }) => status === 'cancelled').length];
      const cells = [held, cancelled, own.length - held - cancelled];
      return { code: `${board}/${kind}`, label: `${board}, ${kind}`, note: null, cells };
    }),
  };
}

function each(rows: readonly MeetingRow[]): Pick<ReportTable, 'id' | 'title' | 'rowTitle' | 'columns' | 'rows'> {
  return {
    ...{ id: 'meetings', title: 'Each meeting', rowTitle: 'Meeting' },
    columns: [
      { name: 'items', title: 'Items on the agenda', unit: 'count' },
      { name: 'closed_items', title: 'Of these, in closed session', unit: 'count' },
      { name: 'reports_out', title: 'Reports out of closed session', unit: 'count' },
      { name: 'opinions', title: 'Dissents and other opinions', unit: 'count' },
      { name: 'minutes_approved', title: 'Minutes approved', unit: 'count' },
    ],
    rows: rows.map(({ board, kind, day, status, items, closedItems, reportsOut, opinions, minutesApproved }) => ({
      code: `${day}/${board}/${kind}`,
      label: `${day}, ${board}, ${kind}${status === 'adjourned' ? '' : ` (${status === 'cancelled' ? 'cancelled' : 'not over'})`}`,
      ...{ note: null, cells: [items, closedItems, reportsOut, opinions, minutesApproved ? 1 : 0] },
    })),
  };
}
