import type { RecordAnswer } from './validate-file.js';
import { placeInWords } from './place-in-words.js';

const MARKS = { error: 'mend', warning: 'look', info: 'note' } as const;

/** What is the matter alike whoever asks, in whatever words. */
const SAME_FOR_ALL = ['missing', 'pending', 'unknown'];

/** One thing to do, and for whom: what several programmes say of one place is said once. */
interface ToDo {
  mark: string;
  place: string;
  message: string;
  programmes: string[];
}

/** How a record stands with each programme, as cells of a row. */
export function statusCells({ faults, programmes }: RecordAnswer, profiles: readonly string[]): string[] {
  return profiles.map((id) => {
    if (faults.length > 0) return 'not readable';
    const answer = programmes.find(({ profile }) => profile === id);
    if (!answer) return '';
    if (answer.status === 'not_reportable') return 'not reportable';
    const errors = answer.issues.filter(({ level }) => level === 'error').length;
    const pending = answer.issues.filter(({ code }) => code.endsWith('.pending')).length;
    if (errors > 0) return `${errors} to mend`;
    return pending > 0 ? `${pending} pending` : 'complete';
  });
}

/** What is to be done about a record, for a person: place, what to do, which programmes ask it. */
export function toDoLines(answer: RecordAnswer): string[] {
  const found = new Map<string, ToDo>();
  for (const { path, message } of answer.faults)
    found.set(`${path} ${message}`, {
      mark: MARKS.error,
      place: placeInWords(path),
      message,
      programmes: ['the board'],
    });
  for (const { profile, issues } of answer.programmes)
    for (const { path, level, code, message } of issues) {
      const matter = code.split('.').at(-1) ?? '';
      const key = `${path} ${level} ${SAME_FOR_ALL.includes(matter) ? matter : message}`;
      const known = found.get(key);
      if (known) known.programmes.push(profile);
      else found.set(key, { mark: MARKS[level], place: placeInWords(path), message, programmes: [profile] });
    }
  const order = Object.values<string>(MARKS);
  const all = [...found.values()].sort((one, other) => order.indexOf(one.mark) - order.indexOf(other.mark));
  const wide = Math.min(40, Math.max(0, ...all.map(({ place }) => place.length)));
  return all.map(({ mark, place, message, programmes }) => {
    const whom = [...new Set(programmes)].join(', ');
    return `  ${mark}  ${place.padEnd(wide)}  ${message}  [${whom}]`;
  });
}

/** Rows under a heading, each column as wide as its widest cell. */
export function tableLines(heading: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = heading.map((cell, at) => Math.max(cell.length, ...rows.map((row) => (row[at] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(heading), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}
