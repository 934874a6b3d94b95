import type { ClassCheck } from './class-check.js';
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
  /** The first of each kind; `violationCount` counts all. */
  readonly violations: readonly Violation[];
  readonly violationCount: number;
}

interface Facts {
  readonly classes: ClassCheck;
  readonly manifest: Manifest;
  readonly sha256: string;
  readonly counted: 'subjects' | 'units';
}

export function summarize({ total, listed }: Violations, facts?: Facts): Verification {
  return {
    ok: total === 0,
    k: facts?.classes.smallest ?? 0,
    counted: facts?.counted ?? 'units',
    rows: facts?.classes.rows ?? 0,
    units: facts?.classes.units ?? 0,
    classes: facts?.classes.count ?? 0,
    suppressedRows: facts?.manifest.suppressed.rows ?? 0,
    suppressedUnits: facts?.manifest.suppressed.units ?? 0,
    sha256: facts?.sha256 ?? '',
    violations: listed,
    violationCount: total,
  };
}
