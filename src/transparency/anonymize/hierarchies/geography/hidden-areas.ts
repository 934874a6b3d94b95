import type { AddressPoint } from './place.js';

/** level of area → areas that are not shown there, because too few live in them or in those beside them. */
export type HiddenAreas = readonly ReadonlySet<string>[];

/**
 * An area with fewer addresses reads as the greater area around it. So that nobody can find it by what is missing, the
 * least populous areas beside it are hidden with it until enough people live in those hidden together. An area that is
 * hidden for a number is hidden for any greater number.
 */
export function hiddenAreas(addresses: readonly AddressPoint[], depth: number, least: number): HiddenAreas {
  return Array.from({ length: depth }, (_, level) =>
    level === depth - 1 ? new Set<string>() : hiddenAt(addresses, level, least),
  );
}

function hiddenAt(addresses: readonly AddressPoint[], level: number, least: number): Set<string> {
  const within = new Map<string, Map<string, number>>();
  for (const { areas, addresses: here = 1 } of addresses) {
    const [area = '', around = ''] = areas.slice(level, level + 2);
    const sisters = within.get(around) ?? new Map<string, number>();
    sisters.set(area, (sisters.get(area) ?? 0) + here);
    within.set(around, sisters);
  }
  const hidden = new Set<string>();
  for (const sisters of within.values()) {
    let living = 0;
    for (const [area, here] of [...sisters].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1))) {
      if (here >= least && (living === 0 || living >= least)) break;
      hidden.add(area);
      living += here;
    }
  }
  return hidden;
}
