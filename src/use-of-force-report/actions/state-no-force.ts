import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../history/index.js';
import { newId } from '../../platform/identifiers.js';
import type { Intake } from '../records/intake.reader.js';
import {
  findZeroReport,
  hasIncidentIn,
  holdDepartment,
  insertZeroReport,
  type ZeroReport,
} from '../records/zero-report.store.js';
import { isAhead } from '../rules/calendar-month.js';
import { zeroLateFor } from '../rules/reporting-limit.js';

export type NoForce =
  | { outcome: 'said' | 'stands-already'; zero: ZeroReport }
  | { outcome: 'month-ahead' | 'incident-in-month' | 'ori-not-yours' | 'ori-needed' };

/** "No force in that month under that ORI", in the caller's transaction. An incident in it takes its place later. */
export async function stateNoForce(
  manager: EntityManager,
  { actor, at, now, programmes, oris }: Intake,
  told: { ori: string | null; month: string },
): Promise<NoForce> {
  const { jurisdictionId, departmentId } = actor;
  const { month } = told;
  if (told.ori !== null && !oris.all.has(told.ori)) return { outcome: 'ori-not-yours' };
  if (told.ori === null && oris.all.size > 1) return { outcome: 'ori-needed' };
  if (isAhead(month, now.day)) return { outcome: 'month-ahead' };
  const ori = told.ori ?? oris.own ?? [...oris.all][0] ?? null;
  const whose = { departmentId, ori, own: oris.own, month };
  await holdDepartment(manager, departmentId);
  if (await hasIncidentIn(manager, whose)) return { outcome: 'incident-in-month' };
  const standing = await findZeroReport(manager, whose);
  if (standing) return { outcome: 'stands-already', zero: standing };
  const zero = { id: newId(), ori, month, submittedAt: at };
  await insertZeroReport(manager, { ...zero, jurisdictionId, departmentId, late: zeroLateFor(month, now, programmes) });
  const subject = { kind: 'zero-report', id: zero.id };
  const details = { month, ...(ori === null ? {} : { ori }) };
  await recordHistory(manager, { actor, action: 'zero-report.submit', subject, details, at });
  return { outcome: 'said', zero };
}
