import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import type { ReportFault } from '../rules/fault-codes.js';
import type { BulkCounts } from '../rules/outcome.js';
import type { SubmissionFormat } from './submission.store.js';

export interface StoredSubmission {
  id: string;
  format: SubmissionFormat;
  allOrNothing: boolean;
  mappingName: string | null;
  mappingVersion: number | null;
  begunAt: Date;
  bytes: number;
  sha256: string;
  counts: BulkCounts;
}

export interface StoredReject {
  place: number;
  reportNumber: string | null;
  faults: ReportFault[];
  sentCipher: Buffer | null;
}

type Department = ActorOf<'department'>;

const ONE = `SELECT id, format, all_or_nothing AS "allOrNothing", mapping_name AS "mappingName",
    mapping_version AS "mappingVersion", begun_at AS "begunAt", bytes::float8 AS bytes, sha256, counts
  FROM redress.use_of_force_submission WHERE department_id = $1 AND ended_at IS NOT NULL`;
const BY_ID = `${ONE} AND id = $2`;
const PAGE = `${ONE} AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`;
const REJECTS = `SELECT place, report_number AS "reportNumber", faults, sent_cipher AS "sentCipher"
  FROM redress.use_of_force_reject WHERE submission_id = $1 AND place > $2 ORDER BY place LIMIT $3`;

/** A department's own submissions, and what of them was rejected. Another's are not there. */
@Injectable()
export class SubmissionReader {
  constructor(private readonly database: CaseDatabase) {}

  /** The newest first. */
  async list(
    actor: Department,
    { after = null, limit }: { after?: string | null | undefined; limit: number },
  ): Promise<{ submissions: StoredSubmission[]; next: string | null }> {
    const rows: StoredSubmission[] = await this.database.read(actor, (manager) =>
      manager.query(PAGE, [actor.departmentId, after, limit + 1]),
    );
    const submissions = rows.slice(0, limit);
    return { submissions, next: rows.length > limit ? (submissions.at(-1)?.id ?? null) : null };
  }

  /** @throws NotFound */
  async one(actor: Department, id: string): Promise<StoredSubmission> {
    const rows: StoredSubmission[] = await this.database.read(actor, (manager) =>
      manager.query(BY_ID, [actor.departmentId, id]),
    );
    if (!rows[0]) throw new NotFound();
    return rows[0];
  }

  async headerCipher(actor: Department, id: string): Promise<Buffer | null> {
    const rows: { headerCipher: Buffer | null }[] = await this.database.read(actor, (manager) =>
      manager.query(
        'SELECT header_cipher AS "headerCipher" FROM redress.use_of_force_submission WHERE department_id = $1 AND id = $2',
        [actor.departmentId, id],
      ),
    );
    return rows[0]?.headerCipher ?? null;
  }

  /** Those after a place, in order; no transaction is held between the pages of a long list. */
  async rejects(actor: Department, id: string, after: number, limit: number): Promise<StoredReject[]> {
    return this.database.read(actor, (manager) => manager.query(REJECTS, [id, after, limit]));
  }
}
