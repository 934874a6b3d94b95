import type { ReportFault } from '../rules/fault-codes.js';
import { submissionFault, submissionWarning } from '../rules/submission-faults.js';
import { wantedBy } from './converted-cell.js';
import type { FieldRule, Mapping, Part } from './mapping.js';
import { PARTS } from './mapping.js';
import type { CellReading } from './read-cell.js';
import { type CellOf, FieldReader } from './read-field.js';
import { type FieldReading, type MadePart, PartMaker } from './part-maker.js';

/** A value of the table that the mapping did not understand: `code` says why. */
export interface UnmappedValue {
  column: string;
  word: string;
  code: string;
}

/** A report as the rows of a group tell it, what could not be read, and the words that the mapping does not know. */
export interface MappedReport {
  report: Record<string, unknown>;
  faults: ReportFault[];
  warnings: ReportFault[];
  unmapped: UnmappedValue[];
}

/** The cell of that column in a row; empty when the row has no such column. */
export type Cells = (row: readonly string[], column: string) => string;

/** Reads the groups of a table by its mapping. Pure: rows in, reports out. */
export class GroupMapper {
  private readonly readers = new Map<FieldRule, FieldReader>();
  private readonly incident: readonly { name: string; rule: FieldRule; reader: FieldReader }[];
  private readonly makers: Readonly<Record<Part, readonly PartMaker[]>>;

  constructor(
    private readonly mapping: Mapping,
    private readonly cell: Cells,
  ) {
    const readerOf = (rule: FieldRule): FieldReader => this.reader(rule);
    const makersOf = (part: Part): PartMaker[] => mapping[part].map((rule) => new PartMaker(rule, cell, readerOf));
    this.incident = Object.entries(mapping.incident).map(([name, rule]) => ({ name, rule, reader: readerOf(rule) }));
    this.makers = { subjects: makersOf('subjects'), officers: makersOf('officers'), force: makersOf('force') };
  }

  map(rows: readonly (readonly string[])[]): MappedReport {
    const mapped: MappedReport = { report: {}, faults: [], warnings: [], unmapped: [] };
    const [first = []] = rows;
    const cellOf: CellOf = ({ column = '' }) => this.cell(first, column);
    for (const { name, rule, reader } of this.incident)
      put(mapped, mapped.report, '', { name, rule, reading: reader.read(cellOf) });
    const make = (part: Part): MadePart[] => this.makers[part].flatMap((maker) => maker.make(rows));
    const made = { subjects: make('subjects'), officers: make('officers'), force: make('force') };
    for (const part of PARTS)
      mapped.report[part] = made[part].map((one, at) => told(mapped, `/${part}/${at}`, one, made));
    return mapped;
  }

  /** One field of a row, whatever it is for. */
  field(rule: FieldRule, row: readonly string[]): CellReading {
    return this.reader(rule).read(({ column = '' }) => this.cell(row, column));
  }

  private reader(rule: FieldRule): FieldReader {
    const known = this.readers.get(rule);
    if (known) return known;
    const made = new FieldReader(rule, this.mapping);
    this.readers.set(rule, made);
    return made;
  }
}

function told(
  mapped: MappedReport,
  path: string,
  { readings, row, faults }: MadePart,
  made: Readonly<Record<Part, readonly MadePart[]>>,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const column of faults) mapped.faults.push(submissionFault('lists-differ', path, { column }));
  for (const field of readings) {
    const { link } = field.rule;
    const place = link ? placeOf(made[link.to], link.by === 'only' ? null : row) : 0;
    if (place > 0) fields[field.name] = place;
    else if (!link) put(mapped, fields, path, field);
  }
  return fields;
}

function put(
  mapped: MappedReport,
  fields: Record<string, unknown>,
  path: string,
  { name, rule, reading }: FieldReading,
): void {
  if ('value' in reading) fields[name] = reading.value;
  else if ('state' in reading) fields[name] = { state: reading.state };
  else if ('wrong' in reading) {
    const { wrong, column, words } = reading;
    mapped.faults.push(submissionFault(wrong, `${path}/${name}`, { column, wanted: wantedBy(rule) }));
    for (const word of words) mapped.unmapped.push({ column, word, code: wrong });
  }
  if (!('aside' in reading)) return;
  const { code, column, words } = reading.aside;
  for (const word of words) mapped.unmapped.push({ column, word, code });
  mapped.warnings.push(submissionWarning(code, `${path}/${name}`, { column }));
}

/** Counting from 1: of the only one, or of the one that the same row made; 0 when there is no such. */
function placeOf(others: readonly MadePart[], row: string | null): number {
  if (row === null) return others.length === 1 ? 1 : 0;
  const [whole = ''] = row.split('.');
  const exactly = others.findIndex(({ rows }) => rows.includes(row));
  return (exactly >= 0 ? exactly : others.findIndex(({ rows }) => rows.includes(whole))) + 1;
}
