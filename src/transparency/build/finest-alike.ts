import type { Hierarchy } from '../anonymize/index.js';

/**
 * The finest level, not below the floor, that puts the same values together as the chosen one. `2026` says more than `*`
 * when every case is of 2026, and describes nobody any nearer: the classes are the same.
 */
export function finestAlike({ levels }: Hierarchy, chosen: number, floor: number): number {
  const groupsAt = (level: number): number => new Set(levels[level]?.codes).size;
  let level = chosen;
  while (level > floor && groupsAt(level - 1) === groupsAt(chosen)) level -= 1;
  return level;
}
