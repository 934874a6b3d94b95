import type { ClassCheck } from './classes/class-check.js';
import { risksOf, type Risks } from './classes/risks.js';
import type { Manifest } from './manifest.js';
import type { Violation, Violations } from './violation.js';

export interface Verification {
  readonly ok: boolean;
  /** Fewest distinct subjects behind one published signature, as counted in the file; 0 when it holds no row. */
  readonly k: number;
  /** Whether k counts people, or units because nothing tells people apart. */
  readonly counted: 'subjects' | 'units';
  readonly rows: number;
  readonly units: number;
  readonly classes: number;
  readonly suppressedRows: number;
  readonly suppressedUnits: number;
  readonly sha256: string;
  readonly risks: Risks;
  /** The first of each kind; `violationCount` counts all. */
  readonly violations: readonly Violation[];
  readonly violationCount: number;
}

interface Facts {
  readonly check: ClassCheck;
  readonly manifest: Manifest;
  readonly sha256: string;
  readonly counted: 'subjects' | 'units';
}

export function summarize({ total, listed }: Violations, facts?: Facts): Verification {
  const { classes, rows = 0, units = 0 } = facts?.check ?? {};
  const nobody = new Int32Array();
  return {
    ok: total === 0,
    k: smallest(classes?.subjects.list ?? nobody),
    counted: facts?.counted ?? 'units',
    rows,
    units,
    classes: classes?.count ?? 0,
    suppressedRows: facts?.manifest.suppressed.rows ?? 0,
    suppressedUnits: facts?.manifest.suppressed.units ?? 0,
    sha256: facts?.sha256 ?? '',
    risks: risksOf(classes?.subjects.list ?? nobody, classes?.units.list ?? nobody),
    violations: listed,
    violationCount: total,
  };
}

function smallest(sizes: Int32Array): number {
  return sizes.length === 0 ? 0 : sizes.reduce((least, count) => Math.min(least, count), Infinity);
}
