import type { BulkTable, Refusal, SourceRow, StagedRow } from '../../../platform/bulk/bulk-table.js';
import { dayIn } from '../../../platform/bulk/cells.js';
import { staging } from '../../../platform/bulk/staging.js';
import { beatOf } from './beats.js';
import { insertComplaints, judgeComplaints } from './complaints.store.js';
import { chicagoId, REASONS } from './source-row.js';

const COLUMNS = ['cr_id', 'incident_date', 'complaint_date', 'closed_date', 'beat', 'city', 'location'] as const;
export type ComplaintRow = SourceRow<(typeof COLUMNS)[number]>;

interface StagedComplaint {
  id: string;
  sourceKey: string;
  incidentOn: string | null;
  receivedOn: string | null;
  closedOn: string | null;
  beat: string | null;
  district: string | null;
  original: string;
}

const STAGING = staging<StagedComplaint>({
  id: 'uuid',
  sourceKey: 'text',
  incidentOn: 'date',
  receivedOn: 'date',
  closedOn: 'date',
  beat: 'text',
  district: 'text',
  original: 'jsonb',
});

/** `cr_id` comes in several forms (C198312, 307600, 1000194, 10004807): it is a name, not a number, and is kept as told. */
export function complaintTable(jurisdictionId: string, charterId: string): BulkTable {
  return {
    name: 'complaints',
    columns: COLUMNS,
    staging: STAGING.ddl,
    stage: (row) => stageComplaint(row, jurisdictionId),
    judge: judgeComplaints,
    insert: (manager) => insertComplaints(manager, jurisdictionId, charterId),
    reasons: REASONS,
  };
}

export function stageComplaint(row: ComplaintRow, jurisdictionId: string): StagedRow | Refusal {
  const sourceKey = row.cr_id.trim();
  if (sourceKey === '') return { code: 'missing-key', column: 'cr_id' };
  const incidentOn = dayIn(row.incident_date);
  if (incidentOn === false) return { code: 'not-a-date', column: 'incident_date' };
  const receivedOn = dayIn(row.complaint_date);
  if (receivedOn === false) return { code: 'not-a-date', column: 'complaint_date' };
  const closedOn = dayIn(row.closed_date);
  if (closedOn === false) return { code: 'not-a-date', column: 'closed_date' };
  const place = beatOf(row.beat);
  const { beat, district } = place || { beat: null, district: null };
  const oddities = [
    ...(place ? [] : ['beat-unreadable']),
    // Days that stand in an impossible order are kept as told: which of them is wrong the source does not say.
    ...(before(receivedOn, incidentOn) ? ['complaint-before-incident'] : []),
    ...(before(closedOn, receivedOn) ? ['closed-before-complaint'] : []),
  ];
  const id = chicagoId(jurisdictionId, 'complaint', sourceKey);
  const original = JSON.stringify(row);
  const staged = { id, sourceKey, incidentOn, receivedOn, closedOn, beat, district, original };
  return { key: sourceKey, group: sourceKey, values: STAGING.values(staged), oddities };
}

function before(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one < other;
}
