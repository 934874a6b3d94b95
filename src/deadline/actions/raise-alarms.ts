import { Injectable } from '@nestjs/common';
import { jurisdictionDay } from '../../charter/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { dayOf } from '../rules/day.js';
import { alarmsDue } from '../rules/alarms-due.js';
import { ENDED } from '../records/ended-cases.js';
import { refreshDeadlines } from '../records/refresh-deadlines.js';

const AT_ONCE = 200;

const DUE = `
  SELECT DISTINCT d.complaint_id AS "complaintId" FROM redress.deadline d
    JOIN redress.complaint c ON c.jurisdiction_id = d.jurisdiction_id AND c.id = d.complaint_id AND NOT ${ENDED}
   WHERE d.state IN ('running', 'tolled', 'overdue') AND d.reckoned_on < $1 LIMIT $2`;

/**
 * Once a day: clocks that stand still move on by a day, those that ran out are overdue, and who must act is alarmed. Done
 * again on the same day it changes nothing; stopped half-way it goes on where it was.
 */
@Injectable()
export class RaiseAlarms {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  async run(jurisdictionId: string): Promise<{ cases: number; alarms: number }> {
    const scope = { kind: 'system', jurisdictionId } as const;
    const done = { cases: 0, alarms: 0 };
    for (let more = true; more;) {
      const { cases, alarms } = await this.database.transaction(scope, async (manager) => {
        const today = await jurisdictionDay(manager, jurisdictionId, this.clock.now());
        const rows: { complaintId: string }[] = await manager.query(DUE, [today, AT_ONCE]);
        let raised = 0;
        for (const { complaintId } of rows)
          for (const { rule, reading } of await refreshDeadlines(manager, jurisdictionId, complaintId, dayOf(today)))
            for (const alarm of alarmsDue(rule, reading, dayOf(today))) {
              const inserted: unknown[] = await manager.query(
                `INSERT INTO redress.deadline_alarm (jurisdiction_id, id, complaint_id, rule, due_on, days_before, raised_on)
                 VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
                [jurisdictionId, newId(), complaintId, rule.code, alarm.dueOn, alarm.daysBefore, today],
              );
              raised += inserted.length;
            }
        return { cases: rows.length, alarms: raised };
      });
      done.cases += cases;
      done.alarms += alarms;
      more = cases === AT_ONCE;
    }
    return done;
  }
}
