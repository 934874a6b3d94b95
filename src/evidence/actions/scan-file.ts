import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { CaseVault } from '../../vault/index.js';
import type { ScanJob } from '../records/evidence-ground.js';
import { fileOf } from '../records/evidence.store.js';
import { Scanner } from '../scanning/scanner.js';

/** A file that waits in quarantine is looked through; without a verdict it goes on waiting. */
@Injectable()
export class ScanFile {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
    private readonly scanner: Scanner,
  ) {}

  /** @throws Error when the scanner gives no verdict: the job is tried again */
  async run({ jurisdictionId, complaintId, itemId }: ScanJob): Promise<'clean' | 'infected'> {
    const actor = { kind: 'system', jurisdictionId } as const;
    const { file, key } = await this.database.transaction(actor, async (manager) => ({
      file: await fileOf(manager, complaintId, itemId),
      key: await this.vault.open(manager, jurisdictionId, complaintId),
    }));
    const result = await this.scanner.verdictOn(file, key.ofFile(itemId));
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const rows: unknown[] = await manager.query(
        `INSERT INTO redress.evidence_scan (jurisdiction_id, item_id, complaint_id, result, scanned_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING item_id`,
        [jurisdictionId, itemId, complaintId, result, at],
      );
      if (rows.length === 0) return;
      const subject = { kind: 'evidence', id: itemId };
      await recordHistory(manager, { actor, action: 'evidence.scan', subject, complaintId, details: { result }, at });
    });
    return result;
  }
}
