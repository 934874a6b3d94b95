import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { jurisdictionDay } from '../../charter/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import type { ClockState } from '../rules/clock-state.js';
import { dayOf, isoOf } from '../rules/day.js';
import { explainDue, type Step } from '../rules/explain-due.js';
import { ENDED } from './ended-cases.js';
import { type Clock as CaseClock, reckonClocks } from './reckon-clocks.js';
import { tollingsOf } from './tolling.store.js';

export interface ExplainedDeadline {
  rule: string;
  label: string;
  authority: string;
  consequence: string;
  state: ClockState;
  startsOn: string;
  stopsOn: string;
  startedOn: string | null;
  dueOn: string | null;
  stoppedOn: string | null;
  daysLeft: number | null;
  steps: Step[];
  tollings: { tollingId: string; ground: string; from: string; until: string | null; evidence: string }[];
}

export interface ListedDeadline {
  complaintId: string;
  caseNumber: string;
  rule: string;
  state: ClockState;
  dueOn: string;
  assignedTo: string | null;
}

const OPEN = `
  SELECT d.complaint_id AS "complaintId", c.case_number AS "caseNumber", d.rule, d.state, d.due_on::text AS "dueOn",
         (SELECT a.staff_id FROM redress.assignment a WHERE a.complaint_id = d.complaint_id AND a.ended_at IS NULL) AS "assignedTo"
    FROM redress.deadline d JOIN redress.complaint c ON c.jurisdiction_id = d.jurisdiction_id AND c.id = d.complaint_id
   WHERE d.state IN ('running', 'tolled', 'overdue') AND NOT ${ENDED} AND ($1::text IS NULL OR d.state = $1) AND ($2::date IS NULL OR d.due_on <= $2)
     AND (d.due_on, d.complaint_id, d.rule) > ($3::date, $4::uuid, $5)
   ORDER BY d.due_on, d.complaint_id, d.rule LIMIT $6`;

/** The clocks of a case with every step of their arithmetic, and those of all cases by the day that they run out. */
@Injectable()
export class DeadlineReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound */
  async ofCase(actor: ActorOf<'staff'>, complaintId: string): Promise<ExplainedDeadline[]> {
    // The vault draws a key for a case that came without one, so this is no read-only transaction.
    return this.database.transaction(actor, async (manager) => {
      const today = dayOf(await jurisdictionDay(manager, actor.jurisdictionId, this.clock.now()));
      const reckoned = await reckonClocks(manager, complaintId, today);
      if (!reckoned) throw new NotFound();
      const tollings = await this.tollings(manager, actor.jurisdictionId, complaintId);
      return reckoned.clocks.map((clock) => ({
        ...explained(clock, today, reckoned.business),
        tollings: tollings.filter(({ rule }) => rule === clock.rule.code).map(({ rule: _, ...tolling }) => tolling),
      }));
    });
  }

  /** A page of open clocks by due day. */
  async page(
    actor: ActorOf<'staff'>,
    question: {
      state: string | null;
      dueBy: string | null;
      after: readonly [string, string, string] | null;
      limit: number;
    },
  ): Promise<ListedDeadline[]> {
    const { state, dueBy, after, limit } = question;
    const from = after ?? ['0001-01-01', '00000000-0000-0000-0000-000000000000', ''];
    return this.database.read(actor, (manager) => manager.query(OPEN, [state, dueBy, ...from, limit]));
  }

  private async tollings(manager: EntityManager, jurisdictionId: string, complaintId: string) {
    const stored = await tollingsOf(manager, complaintId);
    if (stored.length === 0) return [];
    const key = await this.vault.open(manager, jurisdictionId, complaintId);
    return stored.map(({ id, evidenceCipher, ...tolling }) => ({
      ...tolling,
      tollingId: id,
      evidence: key.open({ table: 'tolling', column: 'evidence_cipher', rowId: id }, evidenceCipher),
    }));
  }
}

function explained(
  { rule, reading }: CaseClock,
  today: number,
  business: Parameters<typeof explainDue>[3],
): Omit<ExplainedDeadline, 'tollings'> {
  const { code, label, authority, consequence, startsOn, stopsOn } = rule;
  const { state, start, stopped, due } = reading;
  return {
    ...{ rule: code, label, authority, consequence, state, startsOn, stopsOn },
    startedOn: start === null ? null : isoOf(start),
    dueOn: due === null ? null : isoOf(due.due),
    stoppedOn: stopped === null ? null : isoOf(stopped),
    daysLeft: due === null || stopped !== null ? null : due.due - today,
    steps: start === null || due === null ? [] : explainDue(rule, start, due, business),
  };
}
