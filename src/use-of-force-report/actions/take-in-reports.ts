import type { EntityManager } from 'typeorm';
import { recordHistory, recordHistoryOfMany } from '../../history/index.js';
import { inOneStatement } from '../../platform/postgres/in-one-statement.js';
import type { Intake } from '../records/intake.reader.js';
import { findOfficerIds, type NamedOfficer, registerOfficers } from '../records/officer.store.js';
import { findIdentical, insertReports, type SentReport } from '../records/report.store.js';
import { insertParts } from '../records/report-parts.store.js';
import { replaceZeroReports } from '../records/zero-report.store.js';
import { valueOf } from '../rules/answer.js';
import type { ReportDraft } from '../rules/report-draft.js';

/** `unchanged`: the same report stands already. `number-taken`: another one stands under its number. */
export type Outcome = 'taken' | 'unchanged' | 'number-taken';

const KIND = 'use-of-force-report';
/** Officers are remembered for the length of a submission; a department has no more. */
const MOST_KNOWN = 20_000;

/** Stores reports that passed every rule, with all that follows from them, in the caller's transaction. One or many. */
export async function takeInReports(
  manager: EntityManager,
  intake: Intake,
  reports: readonly SentReport[],
): Promise<(report: SentReport) => Outcome> {
  const { actor, at } = intake;
  // In one order for everybody: two submissions with the same numbers then wait for each other and do not deadlock.
  const ordered = reports.toSorted((one, other) => compare(one.original.reportNumber, other.original.reportNumber));
  const taken = await insertReports(manager, { ...actor, charterId: intake.charterId, at }, ordered);
  const fresh = ordered.filter(({ id }) => taken.has(id));
  if (fresh.length > 0) {
    const officerIds = await officerIdsOf(manager, intake, fresh);
    const subjects = { kind: KIND, ids: fresh.map(({ id }) => id) };
    await inOneStatement(manager, async (together) => {
      await insertParts(together, actor.jurisdictionId, fresh, officerIds);
      await recordHistoryOfMany(together, { actor, action: `${KIND}.submit`, subjects, at });
    });
    await takeZeroReportsPlace(manager, intake, fresh);
  }
  const others = ordered.filter(({ id }) => !taken.has(id));
  const identical = others.length > 0 ? await findIdentical(manager, actor.departmentId, others) : new Set<string>();
  return ({ id }) => (taken.has(id) ? 'taken' : identical.has(id) ? 'unchanged' : 'number-taken');
}

/** The officers whom the reports name by badge, by badge. Who was not known becomes known now. */
export async function officerIdsOf(
  manager: EntityManager,
  { actor, at, officers: known }: Intake,
  reports: readonly Pick<SentReport, 'original'>[],
): Promise<Map<string, string>> {
  const all = namedOfficers(reports.map(({ original }) => original));
  const found = new Map(all.flatMap(({ badgeNumber }) => pairIn(known, badgeNumber)));
  const named = all.filter(({ badgeNumber }) => !found.has(badgeNumber));
  if (named.length === 0) return found;
  const ids = await registerOfficers(manager, actor, named);
  if (ids.length > 0)
    await recordHistoryOfMany(manager, { actor, action: 'officer.register', subjects: { kind: 'officer', ids }, at });
  const badges = named.map(({ badgeNumber }) => badgeNumber);
  for (const [badge, id] of await findOfficerIds(manager, actor.departmentId, badges)) {
    found.set(badge, id);
    if (known.size < MOST_KNOWN) known.set(badge, id);
  }
  return found;
}

function pairIn(known: ReadonlyMap<string, string>, badge: string): [string, string][] {
  const id = known.get(badge);
  return id === undefined ? [] : [[badge, id]];
}

export async function takeZeroReportsPlace(
  manager: EntityManager,
  { actor, at, oris }: Pick<Intake, 'actor' | 'at' | 'oris'>,
  reports: readonly Omit<SentReport, 'late'>[],
): Promise<void> {
  const incidents = reports.map(({ id, ori, original }) => ({ id, ori, occurredOn: original.occurredOn }));
  for (const id of await replaceZeroReports(manager, { ...actor, own: oris.own }, incidents)) {
    await recordHistory(manager, { actor, action: 'zero-report.replace', subject: { kind: 'zero-report', id }, at });
  }
}

function namedOfficers(drafts: readonly ReportDraft[]): NamedOfficer[] {
  const byBadge = new Map<string, NamedOfficer>();
  for (const { badgeNumber, race, gender, rank } of drafts.flatMap(({ officers }) => officers)) {
    if (typeof badgeNumber !== 'string') continue;
    byBadge.set(badgeNumber, { badgeNumber, race: valueOf(race), gender: valueOf(gender), rank: valueOf(rank) });
  }
  return [...byBadge.values()].sort((one, other) => compare(one.badgeNumber, other.badgeNumber));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
