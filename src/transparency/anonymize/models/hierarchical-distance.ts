import { AnonymizationRefused } from '../anonymization-refused.js';
import type { SensitiveColumn } from '../sensitive-column.js';
import type { Distance } from './cell-test.js';
import { surplus } from './surplus.js';

/**
 * Earth mover's distance over a value hierarchy (Li et al. 2007), where moving within a group costs the group's height
 * over the height of the tree. What must be moved within groups of height h is what the groups of height h − 1 have too
 * much of, less what those of height h still have; summed over the heights this telescopes to the mean, over all levels
 * below the top, of the equal distance between the distributions of that level's groups.
 */
export function hierarchicalDistance({ name, levels }: SensitiveColumn): Distance {
  if (levels === null)
    throw new AnonymizationRefused('problem-malformed', `"${name}" has no hierarchy to measure distance by`);
  const below = levels.slice(0, -1).map(surplus);
  return (cell) => (below.length === 0 ? 0 : below.reduce((sum, measure) => sum + measure(cell), 0) / below.length);
}
