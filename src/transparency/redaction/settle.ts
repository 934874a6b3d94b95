import type { Found } from './hit.js';

const WEIGHT = { roster: 0, pattern: 1, suggestion: 2 };

/**
 * One hit a stretch for one reason. Two of the roster that overlap are both kept (two people may share a name); a pattern
 * gives way to a pattern or a name that holds it whole, a suggestion to whatever touches it.
 */
export function settle(found: readonly Found[]): Found[] {
  const inOrder = [...found].sort(
    (one, other) => WEIGHT[one.source] - WEIGHT[other.source] || length(other) - length(one) || one.start - other.start,
  );
  const kept: Found[] = [];
  for (const hit of inOrder) if (!kept.some((stronger) => covers(stronger, hit))) kept.push(hit);
  return kept.sort((one, other) => one.start - other.start || other.end - one.end || (one.why < other.why ? -1 : 1));
}

function covers(stronger: Found, hit: Found): boolean {
  const holds = stronger.start <= hit.start && hit.end <= stronger.end;
  if (hit.source === 'suggestion') return stronger.start < hit.end && hit.start < stronger.end;
  if (hit.source === 'roster') return holds && stronger.why === hit.why;
  return holds && stronger.kind !== 'own-words';
}

const length = ({ start, end }: Found): number => end - start;
