import type { BulkSummary } from '../platform/bulk/bulk-run.js';
import { type MappedSummary, tableLines, type UnmappedCount } from '../use-of-force-report/index.js';
import { say } from './say.js';

/** So many values that a mapping did not understand are told one by one; the rest are counted. */
const MOST_TOLD = 200;

/** What an import did, for people. */
export function describeImport(summary: BulkSummary | MappedSummary): void {
  const { rows, taken, unchanged, rejected, seconds, peakRssMiB, rejectedByCode, oddities, rejectsFiles } = summary;
  say(
    `${rows} rows: ${taken} taken, ${unchanged} unchanged, ${rejected} rejected, in ${seconds} s (peak ${peakRssMiB} MiB)`,
  );
  for (const [code, count] of Object.entries(rejectedByCode)) say(`  rejected: ${code} ${count}`);
  for (const [oddity, count] of Object.entries(oddities))
    say(`  odd, kept as told beside an empty value: ${oddity} ${count}`);
  for (const file of rejectsFiles) say(`  rows to mend and import again: ${file}`);
  if (summary.unknownColumns.length > 0)
    say(`  columns that nobody knows, and that were left: ${summary.unknownColumns.join(', ')}`);
  if ('unmapped' in summary) describeUnmapped(summary);
}

function describeUnmapped({ unmapped, uncounted }: MappedSummary): void {
  if (unmapped.length === 0) {
    say('Every value was understood.');
    return;
  }
  say(`${unmapped.length} values were not understood:`);
  const told = unmapped.slice(0, MOST_TOLD);
  tableLines(['column', 'value', 'rows', 'what became of it'], told.map(cellsOf)).forEach(say);
  if (unmapped.length > told.length) say(`… and ${unmapped.length - told.length} more.`);
  if (uncounted > 0) say(`… and ${uncounted} cells with values that were too many to count.`);
}

/** A value is told as JSON: it may hold what a terminal would obey. */
function cellsOf({ column, value, count, code }: UnmappedCount): string[] {
  return [column, JSON.stringify(value), String(count), code];
}
