import type { BulkTable, Refusal, SourceRow, StagedRow } from '../../../platform/bulk/bulk-table.js';
import { wholeNumberIn } from '../../../platform/bulk/cells.js';
import { staging } from '../../../platform/bulk/staging.js';
import { birthYearOf, genderOf, injuredOf, raceOf } from './people.js';
import { chicagoId, REASONS } from './source-row.js';
import { insertVictims, judgeVictims } from './victims.store.js';

const COLUMNS = ['cr_id', 'race', 'gender', 'birth_year', 'injury_condition'] as const;
export type VictimRow = SourceRow<(typeof COLUMNS)[number]>;

interface StagedVictim {
  id: string;
  complaintId: string;
  position: number | null;
  birthYear: number | null;
  race: string | null;
  gender: string | null;
  injured: boolean | null;
  original: string;
}

const STAGING = staging<StagedVictim>({
  id: 'uuid',
  complaintId: 'uuid',
  position: 'integer',
  birthYear: 'integer',
  race: 'text',
  gender: 'text',
  injured: 'boolean',
  original: 'jsonb',
});

export function victimTable(jurisdictionId: string): BulkTable {
  const count = new VictimCount();
  return {
    name: 'victims',
    columns: COLUMNS,
    staging: STAGING.ddl,
    stage: (row, mended) => stageVictim(row, jurisdictionId, count, mended),
    judge: judgeVictims,
    insert: (manager) => insertVictims(manager, jurisdictionId),
    reasons: REASONS,
  };
}

/**
 * Victims have no key in the source, and two of one complaint may be described alike: a victim is the n-th of those that
 * are described so in the complaint, and stands at its place among all of the complaint's. A whole file that has another
 * description at a place is refused there; a row of a mended rejects file is another victim, after those that are known.
 */
export function stageVictim(
  row: VictimRow,
  jurisdictionId: string,
  count: VictimCount,
  mended: boolean,
): StagedRow | Refusal {
  const complaint = row.cr_id.trim();
  if (complaint === '') return { code: 'missing-key', column: 'cr_id' };
  const original = JSON.stringify(row);
  const birthYear = birthYearOf(wholeNumberIn(row.birth_year));
  const values = STAGING.values({
    id: chicagoId(jurisdictionId, 'victim', `${original} ${count.next(original)}`),
    complaintId: chicagoId(jurisdictionId, 'complaint', complaint),
    position: mended ? null : count.next(complaint),
    birthYear,
    race: raceOf(row.race),
    gender: genderOf(row.gender),
    injured: injuredOf(row.injury_condition),
    original,
  });
  const oddities = birthYear === null && row.birth_year.trim() !== '' ? ['birth-year-odd'] : [];
  return { key: null, group: complaint, values, oddities };
}

/** How often something was met in this file so far, itself included. */
export class VictimCount {
  private readonly met = new Map<string, number>();

  next(what: string): number {
    const count = (this.met.get(what) ?? 0) + 1;
    this.met.set(what, count);
    return count;
  }
}
