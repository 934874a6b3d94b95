import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type Cohort, type Ledger, NEVER } from '../series/index.js';
import type { StepPlace } from './release-step.store.js';

/** The units of a ledger, in its order. */
export interface LedgerUnits {
  readonly pseudonyms: readonly string[];
  /** Null where nobody is left behind the unit, for it was expunged, and where every unit is another person's. */
  readonly subjects: readonly (string | null)[];
  /** What the unit's rows showed, as a hash; codes of `Ledger.content` are positions in it. */
  readonly contents: readonly (string | null)[];
}

const CHUNK = 20_000;

interface MemberRow {
  pseudonym: string;
  gone: boolean;
  subject: string | null;
  cohort: number;
  movedFrom: number;
  content: string | null;
  sensitive: number[];
  first: number[];
  among: number[];
}

/** What the epoch has published last of every unit. Content codes are the unit's own position: equal only to itself. */
export async function readLedger(
  manager: EntityManager,
  epochId: string,
  { releases, cohorts, attributes }: { releases: number; cohorts: readonly Cohort[]; attributes: number },
): Promise<LedgerUnits & { readonly ledger: Ledger }> {
  const rows: MemberRow[] = await manager.query(
    `SELECT DISTINCT ON (m.pseudonym) m.pseudonym, m.gone, m.subject, m.cohort, m.moved_from AS "movedFrom", m.content,
            m.sensitive, m.first, m.among
       FROM redress.release_member m
       JOIN redress.release_step s USING (jurisdiction_id, epoch_id, release_id)
       JOIN redress.release r ON r.jurisdiction_id = m.jurisdiction_id AND r.id = m.release_id AND r.status = 'published'
      WHERE m.epoch_id = $1 ORDER BY m.pseudonym, s.number DESC`,
    [epochId],
  );
  const column = (of: (row: MemberRow) => number): Int32Array => Int32Array.from(rows, of);
  const perAttribute = (of: (row: MemberRow) => readonly number[]): Int32Array[] =>
    Array.from({ length: attributes }, (_, a) => column((row) => of(row)[a] ?? 0));
  return {
    pseudonyms: rows.map(({ pseudonym }) => pseudonym),
    subjects: rows.map(({ subject }) => subject),
    contents: rows.map(({ content }) => content),
    ledger: {
      releases,
      cohorts,
      cohortOf: column(({ cohort }) => cohort),
      movedFrom: column(({ movedFrom }) => movedFrom),
      content: Int32Array.from(rows, (_, at) => at),
      sensitive: perAttribute(({ sensitive }) => sensitive),
      first: perAttribute(({ first }) => first),
      among: perAttribute(({ among }) => among),
    },
  };
}

/** Those that the planned release publishes first, or otherwise than before. @param contents unit → hash of what it shows */
export async function saveMembers(
  manager: EntityManager,
  place: StepPlace,
  { pseudonyms, subjects, contents }: LedgerUnits,
  { before, after }: { before: Ledger; after: Ledger },
): Promise<void> {
  const changed: number[] = [];
  for (let unit = 0; unit < after.cohortOf.length; unit++)
    if (isRemembered(after, unit) && differs(before, after, unit)) changed.push(unit);
  const array = (lists: readonly Int32Array[], unit: number): string =>
    `{${lists.map((codes) => codes[unit] ?? 0).join()}}`;
  for (let from = 0; from < changed.length; from += CHUNK) {
    const units = changed.slice(from, from + CHUNK);
    await manager.query(
      `INSERT INTO redress.release_member (jurisdiction_id, epoch_id, release_id, pseudonym, subject, cohort, moved_from,
          content, sensitive, first, among)
       SELECT $1, $2, $3, pseudonym, subject, cohort, moved_from, content, sensitive::int[], first::int[], among::int[]
         FROM unnest($4::text[], $5::text[], $6::int[], $7::int[], $8::text[], $9::text[], $10::text[], $11::text[])
           AS given (pseudonym, subject, cohort, moved_from, content, sensitive, first, among)`,
      [
        place.jurisdictionId,
        place.epochId,
        place.releaseId,
        units.map((unit) => pseudonyms[unit]),
        units.map((unit) => subjects[unit]),
        units.map((unit) => after.cohortOf[unit]),
        units.map((unit) => after.movedFrom[unit]),
        units.map((unit) => contents[unit]),
        units.map((unit) => array(after.sensitive, unit)),
        units.map((unit) => array(after.first, unit)),
        units.map((unit) => array(after.among, unit)),
      ],
    );
  }
}

/** It was published in this epoch, or the values that it stood among in earlier ones bind it still. */
const isRemembered = ({ cohortOf, among }: Ledger, unit: number): boolean =>
  cohortOf[unit] !== NEVER || among.some((sets) => sets[unit] !== 0);

function differs(before: Ledger, after: Ledger, unit: number): boolean {
  if (unit >= before.cohortOf.length) return true;
  const same = (one: Int32Array, other: Int32Array): boolean => one[unit] === other[unit];
  return !(
    same(before.cohortOf, after.cohortOf) &&
    same(before.movedFrom, after.movedFrom) &&
    same(before.content, after.content) &&
    before.sensitive.every((codes, a) => same(codes, after.sensitive[a] ?? codes)) &&
    before.among.every((sets, a) => same(sets, after.among[a] ?? sets))
  );
}

/**
 * The record has expunged a unit: its name and its subject's go from the ledger at once, in every step. That something of
 * the cohort has to leave with the next release stays, under a name that means nothing.
 */
export async function eraseMember(manager: EntityManager, epochId: string, pseudonym: string): Promise<void> {
  await manager.query(
    `UPDATE redress.release_member SET pseudonym = $3, gone = true, subject = NULL, content = NULL
      WHERE epoch_id = $1 AND pseudonym = $2`,
    [epochId, pseudonym, `gone ${randomUUID()}`],
  );
}
