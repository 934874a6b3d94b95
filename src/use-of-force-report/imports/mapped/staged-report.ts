import type { CopyValue } from '../../../platform/bulk/copy-line.js';
import { staging } from '../../../platform/bulk/staging.js';
import { inColumns } from './in-columns.js';

type Told = Record<string, unknown>;

/** What an import knows of a report besides what the mapping told of it. */
export interface ReportGround {
  id: string;
  sourceKey: string;
  departmentId: string;
  /** The cells as they came, as JSON */
  original: string;
}

const REPORT_COLUMNS = [
  ...['reportNumber', 'incidentNumber', 'occurredOn', 'occurredHour', 'county', 'municipality', 'locationType'],
  ...['setting', 'lighting', 'weather', 'contactReasons', 'incidentTypes'],
];
const SUBJECT_COLUMNS = [
  ...['kind', 'age', 'race', 'gender', 'injured', 'injuries', 'medicalAid', 'conditions', 'resistance', 'actions'],
  'arrested',
];
const OFFICER_COLUMNS = ['age', 'race', 'gender', 'rank', 'inUniform', 'injured', 'injuries'];
const FORCE_COLUMNS = ['officer', 'subject', 'forceType', 'effective'];

const LISTS = new Set([
  ...['lighting', 'weather', 'contactReasons', 'incidentTypes', 'injuries', 'medicalAid', 'conditions', 'resistance'],
  'actions',
]);
const NUMBERS = new Set(['occurredHour', 'age', 'officer', 'subject', 'sequence']);
const YES_OR_NO = new Set(['injured', 'arrested', 'inUniform', 'effective']);

function table(before: Record<string, string>, columns: readonly string[], name?: string): string {
  const types = { ...before, ...Object.fromEntries(columns.map((column) => [column, typeOf(column)])) };
  return staging<Record<string, CopyValue>>({ ...types, answers: 'jsonb', unanswered: 'jsonb' }, name).ddl;
}

function typeOf(column: string): string {
  if (LISTS.has(column)) return 'text[]';
  if (column === 'occurredOn') return 'date';
  return NUMBERS.has(column) ? 'integer' : YES_OR_NO.has(column) ? 'boolean' : 'text';
}

const OF_REPORT = { reportId: 'uuid', sequence: 'integer' };

/** The temporary tables that reports are staged in, with their parts. */
export const STAGING = [
  table({ id: 'uuid', sourceKey: 'text', departmentId: 'uuid', original: 'jsonb' }, REPORT_COLUMNS),
  table(OF_REPORT, SUBJECT_COLUMNS, 'staged_subject'),
  table({ ...OF_REPORT, officerId: 'uuid' }, OFFICER_COLUMNS, 'staged_officer'),
  table(OF_REPORT, FORCE_COLUMNS, 'staged_force'),
].join(';');
export const UNSTAGING = 'DROP TABLE staged, staged_subject, staged_officer, staged_force';

export function reportValues({ id, sourceKey, departmentId, original }: ReportGround, report: Told): CopyValue[] {
  return [id, sourceKey, departmentId, original, ...inColumns(report, REPORT_COLUMNS)];
}

/** @param officerIdOf the officer whom a badge names; null: nobody is named */
export function partValues(
  id: string,
  report: Told,
  officerIdOf: (badge: string) => string,
): Record<'staged_subject' | 'staged_officer' | 'staged_force', CopyValue[][]> {
  const parts = (name: string): Told[] => (report[name] ?? []) as Told[];
  return {
    staged_subject: parts('subjects').map((told, index) => [id, index + 1, ...inColumns(told, SUBJECT_COLUMNS)]),
    staged_officer: parts('officers').map((told, index) => {
      const { badgeNumber } = told;
      const officerId = typeof badgeNumber === 'string' ? officerIdOf(badgeNumber) : null;
      return [id, index + 1, officerId, ...inColumns(told, OFFICER_COLUMNS, 'badgeNumber')];
    }),
    staged_force: parts('force').map((told, index) => [id, index + 1, ...inColumns(told, FORCE_COLUMNS)]),
  };
}
