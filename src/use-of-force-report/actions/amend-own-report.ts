import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { insertAmendment } from '../records/amendment.store.js';
import type { StandingReport } from '../records/report.store.js';
import type { AmendmentKind } from '../rules/amendment-kind.js';
import { beyondSupplement, type FieldChange, fieldDiff } from '../rules/field-diff.js';
import { holdOwnReport, readToldAnew, type ReportAtVersion } from './hold-own-report.js';
import { lawfulOri } from './submit-report.js';
import { tellAnew } from './tell-anew.js';
import { withdraw } from './withdraw.js';

export interface Amendment {
  kind: AmendmentKind;
  reason: string;
  /** The whole report as it is told now; nothing for a withdrawal */
  report?: unknown;
}

export interface Amended {
  status: 'submitted' | 'withdrawn';
  version: number;
  changes: FieldChange[];
}

interface Held {
  actor: ActorOf<'department'>;
  reportId: string;
  standing: StandingReport;
  at: Date;
}

/** A department corrects, supplements or takes back what it reported. Every version stays, and the review begins anew. */
@Injectable()
export class AmendOwnReport {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws NotFound, RuleBroken stale (412), withdrawn-already (409), report-number-fixed, nothing-changed,
   *   supplement-alters, withdrawal-with-report, invalid (422)
   */
  async run(actor: ActorOf<'department'>, read: ReportAtVersion, amendment: Amendment): Promise<Amended> {
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const standing = await holdOwnReport(manager, actor, read);
      if (standing.status === 'withdrawn')
        throw new RuleBroken('withdrawn-already', 'This report was taken back: nothing of it is changed any more.');
      const held = { actor, reportId: read.reportId, standing, at };
      return amendment.kind === 'withdraw'
        ? takeBack(manager, held, amendment)
        : change(manager, held, amendment.kind, amendment);
    });
  }
}

async function change(
  manager: EntityManager,
  held: Held,
  kind: 'correct' | 'supplement',
  { reason, report: sent }: Amendment,
): Promise<Amended> {
  const { actor, reportId, standing, at } = held;
  const { intake, original } = await readToldAnew(manager, actor, held, sent);
  const changes = fieldDiff(standing.original, original);
  if (changes.length === 0)
    throw new RuleBroken('nothing-changed', 'This says what the report says already: there is nothing to amend.', 422);
  const altered = kind === 'supplement' ? beyondSupplement(changes) : [];
  if (altered.length > 0) throw supplementAlters(altered);
  const told = { id: reportId, original, ori: lawfulOri(original, intake.oris) };
  const version = await tellAnew(manager, intake, told, standing, kind);
  await insertAmendment(manager, {
    jurisdictionId: actor.jurisdictionId,
    reportId,
    version,
    kind,
    reason,
    changes,
    at,
  });
  return { status: 'submitted', version, changes };
}

async function takeBack(
  manager: EntityManager,
  { actor, reportId, at }: Held,
  { reason, report }: Amendment,
): Promise<Amended> {
  if (report !== undefined && report !== null)
    throw new RuleBroken('withdrawal-with-report', 'Who takes a report back tells none: leave it out.', 422);
  const version = await withdraw(manager, { actor, at }, reportId, reason);
  return { status: 'withdrawn', version, changes: [] };
}

function supplementAlters(altered: readonly FieldChange[]): RuleBroken {
  const message = 'A supplement adds what was not told or pending; send a correction for what it would alter.';
  const at = altered.map(({ path }) => ({ path: `/report${path}`, code: 'supplement-alters', message }));
  return new RuleBroken('supplement-alters', message, 422, at);
}
