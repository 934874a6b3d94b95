import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ImportGround } from '../../../charter/index.js';
import { recordHistory } from '../../../history/index.js';
import { newId } from '../../../platform/identifiers.js';
import type { SourceMapping } from './report-stager.js';

export type ImportRecorder = (manager: EntityManager, action: string, counts: Record<string, number>) => Promise<void>;

/** Records what one run of an import did, and by which mapping: so it can be told later how a table was read. */
export function importRecorder({ actor, at }: ImportGround, mapping: SourceMapping): ImportRecorder {
  const subject = { kind: 'import', id: newId(at) };
  const sha256 = createHash('sha256').update(JSON.stringify(mapping)).digest('hex');
  const details = { source: mapping.source.name, mapping: sha256 };
  return (manager, action, counts) =>
    recordHistory(manager, { actor, action, subject, details: { ...details, ...counts }, at });
}
