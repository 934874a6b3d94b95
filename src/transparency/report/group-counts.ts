import type { GroupedColumn } from './group-column.js';
import type { ReportUnits } from './report-units.js';

/** Distinct subjects by group. A subject whose units are partly published is among both, and once among `all`. */
export interface GroupCounts {
  /** Those who show the group in the file, or would if it showed the column. */
  readonly published: Int32Array;
  /** Those of whom a unit with the group was left out. Secret. */
  readonly suppressed: Int32Array;
  readonly all: Int32Array;
}

export function groupCounts({ of, shows, labels }: GroupedColumn, units: ReportUnits): GroupCounts {
  const empty = (): Int32Array => new Int32Array(labels.length);
  const counts = { published: empty(), suppressed: empty(), all: empty() };
  const last = { published: empty().fill(-1), suppressed: empty().fill(-1), all: empty().fill(-1) };
  const count = (side: keyof GroupCounts, group: number, subject: number, copies: number): void => {
    if (last[side][group] === subject) return;
    last[side][group] = subject;
    counts[side][group]! += copies;
  };
  for (const row of units.rowsInOrder) {
    const unit = units.of[row]!;
    const round = units.round[unit]!;
    const [group, subject, copies] = [of[row]!, units.subjectOf[unit]!, units.copies[unit]!];
    if (shows[round] === 1) count(round === 0 ? 'suppressed' : 'published', group, subject, copies);
    count('all', group, subject, copies);
  }
  return counts;
}
