import { divisorOf } from '../../shared/figures/divisor-of.js';
import type { DenominatorRow } from './material.js';

/** What a count may be divided by, and how it came about; or why it may not. */
export type Divisor = { count: number; note: string } | { missing: string };

/** @param covers the months that the count is of: what it is divided by is of the very same ones */
export function denominatorOf(
  rows: readonly DenominatorRow[],
  asked: { kind: string; grouping: string; group: string },
  covers: { from: string; to: string },
): Divisor | null {
  const divisor = divisorOf(rows, asked, covers);
  if (divisor === null) return null;
  if ('untold' in divisor) {
    const { told, months, from, to } = divisor.untold;
    return { missing: `told for ${told} of the ${months} months from ${from} to ${to}` };
  }
  const { count, how, of } = divisor;
  if (how === 'newest') return { count, note: `of ${of.at(0)?.month ?? ''}. ${cited(of)}` };
  return { count, note: `${how} of ${of.length} month(s). ${cited(of)}` };
}

function cited(rows: readonly DenominatorRow[]): string {
  const sources = [...new Set(rows.map(({ source, version }) => `${source} (statement ${version})`))];
  return `Source: ${sources.slice(0, 3).join('; ')}${sources.length > 3 ? `; and ${sources.length - 3} more` : ''}.`;
}
