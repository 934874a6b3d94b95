import type { CharterDocument } from '../../../charter/index.js';
import type { BulkTable, Refusal, SourceRow, StagedRow } from '../../../platform/bulk/bulk-table.js';
import { staging } from '../../../platform/bulk/staging.js';
import { insertAccused, judgeAccused } from './accused.store.js';
import { categoryOf } from './categories.js';
import { findingOf } from './findings.js';
import { outcomeOf } from './outcomes.js';
import { chicagoId, REASONS } from './source-row.js';

const COLUMNS = [
  'cr_id',
  'officer_id',
  'complaint_code',
  'complaint_category',
  'recc_finding',
  'final_finding',
  'recc_outcome',
  'final_outcome',
] as const;
export type AccusedRow = SourceRow<(typeof COLUMNS)[number]>;

interface StagedAccused {
  id: string;
  complaintId: string;
  officerId: string;
  category: string;
  recommendedFinding: string | null;
  recommendedClass: string | null;
  finalFinding: string | null;
  finalClass: string | null;
  recommendedKind: string | null;
  recommendedDays: number | null;
  imposedKind: string | null;
  imposedDays: number | null;
  original: string;
}

const STAGING = staging<StagedAccused>({
  id: 'uuid',
  complaintId: 'uuid',
  officerId: 'uuid',
  category: 'text',
  recommendedFinding: 'text',
  recommendedClass: 'text',
  finalFinding: 'text',
  finalClass: 'text',
  recommendedKind: 'text',
  recommendedDays: 'integer',
  imposedKind: 'text',
  imposedDays: 'integer',
  original: 'jsonb',
});

/** What rows are measured by: the charter's codes, looked up once. */
interface Terms {
  categories: ReadonlySet<string>;
  classes: ReadonlyMap<string, string>;
}

/** A row is one officer's accusation in one complaint, and the two are its key: an officer is accused once in each. */
export function accusedTable(jurisdictionId: string, charter: CharterDocument, at: Date): BulkTable {
  const terms = {
    categories: new Set(charter.allegations.map(({ code }) => code)),
    classes: new Map(charter.findings.map(({ code, genericClass }) => [code, genericClass])),
  };
  return {
    name: 'accused',
    columns: COLUMNS,
    staging: STAGING.ddl,
    stage: (row) => stageAccused(row, jurisdictionId, terms),
    judge: judgeAccused,
    insert: (manager) => insertAccused(manager, jurisdictionId, at),
    reasons: REASONS,
  };
}

export function stageAccused(row: AccusedRow, jurisdictionId: string, terms: Terms): StagedRow | Refusal {
  const complaint = row.cr_id.trim();
  const officer = row.officer_id.trim();
  if (complaint === '') return { code: 'missing-key', column: 'cr_id' };
  if (officer === '') return { code: 'missing-key', column: 'officer_id' };
  const oddities: string[] = [];
  const sure = <T>(value: T | false, oddity: string): T | null => {
    if (value === false) oddities.push(oddity);
    return value === false ? null : value;
  };
  const category = categoryOf(row.complaint_code, row.complaint_category, terms.categories);
  if (category === 'other' || category === 'not_stated') oddities.push(`category-${category.replace('_', '-')}`);
  const recommendedFinding = sure(findingOf(row.recc_finding), 'finding-unknown');
  const finalFinding = sure(findingOf(row.final_finding), 'finding-unknown');
  const recommended = sure(outcomeOf(row.recc_outcome), 'outcome-unknown');
  const imposed = sure(outcomeOf(row.final_outcome), 'outcome-unknown');
  const key = `${complaint} ${officer}`;
  const values = STAGING.values({
    id: chicagoId(jurisdictionId, 'accusation', key),
    complaintId: chicagoId(jurisdictionId, 'complaint', complaint),
    officerId: chicagoId(jurisdictionId, 'officer', officer),
    category,
    recommendedFinding,
    recommendedClass: terms.classes.get(recommendedFinding ?? '') ?? null,
    finalFinding,
    finalClass: terms.classes.get(finalFinding ?? '') ?? null,
    recommendedKind: recommended?.kind ?? null,
    recommendedDays: recommended?.days ?? null,
    imposedKind: imposed?.kind ?? null,
    imposedDays: imposed?.days ?? null,
    original: JSON.stringify(row),
  });
  return { key, group: complaint, values, oddities };
}
