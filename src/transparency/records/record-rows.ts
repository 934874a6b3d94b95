import type { ClientBase } from 'pg';
import type { EntityManager } from 'typeorm';
import { type CharterDocument, datasetRules } from '../../charter/index.js';
import type { MasterKey } from '../../platform/crypto/index.js';
import { DatabaseRows } from '../build/database-rows.js';
import { OfficerRows } from '../build/officer-rows.js';
import { Pseudonyms } from '../build/pseudonyms.js';
import type { RowSource } from '../build/row-source.js';
import type { ReleaseSpec } from '../datasets/release-spec.js';

interface Record {
  readonly jurisdictionId: string;
  readonly spec: ReleaseSpec;
  readonly charter: CharterDocument;
  readonly masterKey: MasterKey;
  readonly inSeries: boolean;
}

/** The rows of a dataset as the transaction of `manager` sees them, officers as the charter has them shown. */
export async function recordRows(manager: EntityManager, record: Record): Promise<RowSource> {
  const { jurisdictionId, spec, charter, masterKey, inSeries } = record;
  const client = (await manager.queryRunner?.connect()) as ClientBase;
  const { officers } = datasetRules(charter.publication, spec.dataset);
  const stable = new Pseudonyms(masterKey.fingerprint('officer-pseudonyms', jurisdictionId), 'officer');
  const rows = new DatabaseRows(client, spec.source, spec.unit, inSeries);
  if (spec.officer === null) return rows;
  return new OfficerRows(rows, spec.officer, officers, { stable, unit: inSeries ? spec.unit : null });
}
