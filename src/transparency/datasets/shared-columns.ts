import type { QuasiIdentifierSpec } from './release-spec.js';

/** Quasi-identifiers that the datasets have in common; each may be known to a neighbour, an employer or an officer. */
type Named = Pick<QuasiIdentifierSpec, 'name' | 'title' | 'description' | 'scope'>;

const PERIODS = ['month', 'quarter', 'half-year', 'year', 'five years', 'ten years'];

/**
 * No finer than years: a reader knows in which month somebody was stopped, and with quarters the search gives up race to
 * keep them (of 244,436 accusations of Chicago and 56,423 reports of New Jersey alike), which the data is read for.
 */
export function periodColumn(named: Named): QuasiIdentifierSpec {
  return {
    ...named,
    role: 'quasi-identifier',
    hierarchy: { kind: 'dates', steps: ['quarter', 'half', 'year', { years: 5 }, { years: 10 }] },
    levels: PERIODS,
    minLevel: PERIODS.indexOf('year'),
  };
}

/** No finer than decades: a neighbour knows the decade of most people's age, and a band of five years halves every class. */
export function ageColumn(named: Named): QuasiIdentifierSpec {
  return {
    ...named,
    role: 'quasi-identifier',
    hierarchy: { kind: 'bands', widths: [5, 10, 20], bottom: 20, top: 80 },
    levels: ['year of age', 'five years of age', 'ten years of age', 'twenty years of age'],
    minLevel: 2,
  };
}

/** `levels` names both: the finer place and the coarser. */
export function placeColumn(named: Named, separator: string, levels: readonly [string, string]): QuasiIdentifierSpec {
  return { ...named, role: 'quasi-identifier', hierarchy: { kind: 'within', separator }, levels, minLevel: 0 };
}

/** Shown or not shown, in the charter's words. */
export function flatColumn(
  named: Named,
  level: string,
  vocabulary: NonNullable<QuasiIdentifierSpec['vocabulary']>,
): QuasiIdentifierSpec {
  return { ...named, role: 'quasi-identifier', hierarchy: { kind: 'flat' }, levels: [level], minLevel: 0, vocabulary };
}
