import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { termsInForce } from '../records/terms.reader.js';
import type { ReportFault } from '../rules/fault-codes.js';
import type { ProgrammeAnswer } from '../rules/profile/compile-profile.js';
import { readReport } from '../rules/read-report.js';
import { programmesFor } from './judge-report.js';

/** What a report would be answered with if it were sent in. */
export interface Validation {
  /** it would be taken in */
  lawful: boolean;
  faults: ReportFault[];
  /** empty for a report that would not be taken in */
  programmes: ProgrammeAnswer[];
}

/** Looks at a report as if it were sent in, and keeps nothing of it. */
@Injectable()
export class ValidateReport {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  async run(actor: ActorOf<'department'>, sent: unknown): Promise<Validation> {
    const at = this.clock.now();
    const { jurisdictionId, departmentId } = actor;
    return this.database.read(actor, async (manager) => {
      const { terms } = await termsInForce(manager, jurisdictionId, at);
      const read = readReport(sent, terms);
      if ('faults' in read) return { lawful: false, faults: read.faults, programmes: [] };
      const judged = { jurisdictionId, departmentId, reportId: null, receivedAt: at };
      return { lawful: true, faults: [], programmes: await programmesFor(manager, judged, read.draft, at) };
    });
  }
}
