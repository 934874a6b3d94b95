import type { BulkTable, Refusal, SourceRow, StagedRow } from '../../../platform/bulk/bulk-table.js';
import { dayIn, textIn, wholeNumberIn } from '../../../platform/bulk/cells.js';
import { staging } from '../../../platform/bulk/staging.js';
import { insertOfficers, judgeOfficers } from './officers.store.js';
import { birthYearOf, genderOf, raceOf } from './people.js';
import { chicagoId, REASONS } from './source-row.js';

const COLUMNS = [
  'officer_id',
  'birth_year',
  'race',
  'gender',
  'appointed_date',
  'resignation_date',
  'current_unit',
  'cleaned_rank',
] as const;
export type OfficerRow = SourceRow<(typeof COLUMNS)[number]>;

interface StagedOfficer {
  id: string;
  sourceKey: string;
  birthYear: number | null;
  race: string | null;
  gender: string | null;
  appointedOn: string | null;
  resignedOn: string | null;
  rank: string | null;
  unit: string | null;
  original: string;
}

const STAGING = staging<StagedOfficer>({
  id: 'uuid',
  sourceKey: 'text',
  birthYear: 'integer',
  race: 'text',
  gender: 'text',
  appointedOn: 'date',
  resignedOn: 'date',
  rank: 'text',
  unit: 'text',
  original: 'jsonb',
});

export function officerTable(jurisdictionId: string): BulkTable {
  return {
    name: 'officers',
    columns: COLUMNS,
    staging: STAGING.ddl,
    stage: (row) => stageOfficer(row, jurisdictionId),
    judge: judgeOfficers,
    insert: (manager) => insertOfficers(manager, jurisdictionId),
    reasons: REASONS,
  };
}

export function stageOfficer(row: OfficerRow, jurisdictionId: string): StagedRow | Refusal {
  const sourceKey = row.officer_id.trim();
  if (sourceKey === '') return { code: 'missing-key', column: 'officer_id' };
  const appointedOn = dayIn(row.appointed_date);
  if (appointedOn === false) return { code: 'not-a-date', column: 'appointed_date' };
  const resignedOn = dayIn(row.resignation_date);
  if (resignedOn === false) return { code: 'not-a-date', column: 'resignation_date' };
  const birthYear = birthYearOf(wholeNumberIn(row.birth_year));
  const oddities = [
    ...(birthYear === null && row.birth_year.trim() !== '' ? ['birth-year-odd'] : []),
    ...(appointedOn !== null && resignedOn !== null && resignedOn < appointedOn ? ['resigned-before-appointed'] : []),
  ];
  const values = STAGING.values({
    id: chicagoId(jurisdictionId, 'officer', sourceKey),
    sourceKey,
    birthYear,
    race: raceOf(row.race),
    gender: genderOf(row.gender),
    appointedOn,
    resignedOn,
    rank: textIn(row.cleaned_rank),
    unit: wholeNumberIn(row.current_unit)?.toString().padStart(3, '0') ?? null,
    original: JSON.stringify(row),
  });
  return { key: sourceKey, group: sourceKey, values, oddities };
}
