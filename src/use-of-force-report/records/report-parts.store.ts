import type { EntityManager } from 'typeorm';
import type { Statements } from '../../platform/postgres/in-one-statement.js';
import type { ReportDraft } from '../rules/report-draft.js';
import { type Column, inside, insertion, type Insertion, told, toldBesides, toldWords } from './told-columns.js';

interface Part {
  reportId: string;
  /** counting from 1, in the order told */
  sequence: number;
  told: object;
}

type Reported = Readonly<{ id: string; original: ReportDraft }>;

/** Subjects, officers and the force between them, each in the order told. `officerIds`: the known officers by badge. */
export async function insertParts(
  statements: Statements,
  jurisdictionId: string,
  reports: readonly Reported[],
  officerIds: ReadonlyMap<string, string>,
): Promise<void> {
  const officers = parts(reports, 'officers').map((part) => {
    const { badgeNumber } = part.told as { badgeNumber?: unknown };
    return { ...part, officerId: typeof badgeNumber === 'string' ? (officerIds.get(badgeNumber) ?? null) : null };
  });
  const given = [jurisdictionId];
  await statements.query(SUBJECTS.sql, SUBJECTS.values(given, parts(reports, 'subjects')));
  await statements.query(OFFICERS.sql, OFFICERS.values(given, officers));
  await statements.query(FORCE.sql, FORCE.values(given, parts(reports, 'force')));
}

/** For a report that is told anew. */
export async function deleteParts(manager: EntityManager, reportId: string): Promise<void> {
  await manager.query('DELETE FROM redress.force_application WHERE report_id = $1', [reportId]);
  await manager.query('DELETE FROM redress.use_of_force_officer WHERE report_id = $1', [reportId]);
  await manager.query('DELETE FROM redress.use_of_force_subject WHERE report_id = $1', [reportId]);
}

function parts(reports: readonly Reported[], name: 'subjects' | 'officers' | 'force'): Part[] {
  return reports.flatMap(({ id, original }) =>
    original[name].map((part, index) => ({ reportId: id, sequence: index + 1, told: part })),
  );
}

function intoParts<Row extends Part>(table: string, columns: readonly Column<Row>[]): Insertion<Row> {
  return insertion<Row>(table, { jurisdiction_id: '$1' }, [
    { name: 'report_id', type: 'uuid', of: ({ reportId }) => reportId },
    { name: 'sequence', type: 'integer', of: ({ sequence }) => sequence },
    ...columns,
  ]);
}

const ofPart = (columns: ReturnType<typeof toldBesides>): Column<Part>[] => inside(columns, (part: Part) => part.told);

const SUBJECTS = intoParts(
  'use_of_force_subject',
  ofPart([
    told('kind', 'text'),
    told('age', 'integer'),
    told('race', 'text'),
    told('gender', 'text'),
    told('injured', 'boolean'),
    toldWords('injuries'),
    toldWords('medicalAid', 'medical_aid'),
    toldWords('conditions'),
    toldWords('resistance'),
    toldWords('actions'),
    told('arrested', 'boolean'),
    ...toldBesides([
      ...['kind', 'age', 'race', 'gender', 'injured', 'injuries', 'medicalAid', 'conditions', 'resistance', 'actions'],
      'arrested',
    ]),
  ]),
);

const OFFICERS = intoParts<Part & { officerId: string | null }>('use_of_force_officer', [
  { name: 'officer_id', type: 'uuid', of: ({ officerId }) => officerId },
  ...ofPart([
    told('age', 'integer'),
    told('race', 'text'),
    told('gender', 'text'),
    told('rank', 'text'),
    told('inUniform', 'boolean', 'in_uniform'),
    told('injured', 'boolean'),
    toldWords('injuries'),
    ...toldBesides(['badgeNumber', 'age', 'race', 'gender', 'rank', 'inUniform', 'injured', 'injuries']),
  ]),
]);

const FORCE = intoParts(
  'force_application',
  ofPart([
    told('officer', 'integer', 'officer_sequence'),
    told('subject', 'integer', 'subject_sequence'),
    told('forceType', 'text', 'force_type'),
    told('effective', 'boolean'),
    ...toldBesides(['officer', 'subject', 'forceType', 'effective']),
  ]),
);
