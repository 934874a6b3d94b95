import { type MasterKey, seal, unseal } from '../../platform/crypto/index.js';
import type { DraftRow } from '../records/draft.store.js';
import type { ReportFault } from '../rules/fault-codes.js';
import { readReport } from '../rules/read-report.js';
import type { Terms } from '../rules/terms.js';

/** A draft as its department reads it: what is told so far, and what still stands against submitting it. */
export interface Draft {
  id: string;
  version: number;
  begunAt: Date;
  changedAt: Date;
  told: Record<string, unknown>;
  faults: ReportFault[];
}

const placeOf = (jurisdictionId: string, id: string) => ({
  jurisdictionId,
  table: 'use_of_force_draft',
  column: 'told',
  rowId: id,
});

/** What is not yet said is sealed: nobody but the department reads it, staff neither. */
export function sealDraft(masterKey: MasterKey, jurisdictionId: string, id: string, told: unknown): Buffer {
  const key = masterKey.sealingKey(`drafts/${jurisdictionId}`);
  return seal(key, placeOf(jurisdictionId, id), Buffer.from(JSON.stringify(told)));
}

export function openDraft(masterKey: MasterKey, jurisdictionId: string, row: DraftRow, terms: Terms): Draft {
  const { toldCipher, ...draft } = row;
  const key = masterKey.sealingKey(`drafts/${jurisdictionId}`);
  const text = unseal(key, placeOf(jurisdictionId, row.id), toldCipher).toString();
  const told = JSON.parse(text) as Record<string, unknown>;
  const read = readReport(told, terms);
  return { ...draft, told, faults: 'faults' in read ? read.faults : [] };
}
