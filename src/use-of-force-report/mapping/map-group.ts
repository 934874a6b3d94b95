import type { ReportFault } from '../rules/fault-codes.js';
import { submissionFault, submissionWarning } from '../rules/submission-faults.js';
import { wantedBy } from './converted-cell.js';
import { makeParts, type MadePart } from './make-parts.js';
import type { FieldRule, Mapping, Part } from './mapping.js';
import { PARTS } from './mapping.js';
import type { CellReading } from './read-cell.js';
import { FieldReader } from './read-field.js';

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
  private readonly readerOf = (rule: FieldRule): FieldReader => this.reader(rule);

  constructor(
    private readonly mapping: Mapping,
    private readonly cell: Cells,
  ) {}

  map(rows: readonly (readonly string[])[]): MappedReport {
    const mapped: MappedReport = { report: {}, faults: [], warnings: [], unmapped: [] };
    const [first = []] = rows;
    const { incident } = this.mapping;
    for (const name in incident) {
      const rule = incident[name];
      if (rule) this.put(mapped, mapped.report, '', name, rule, this.field(rule, first));
    }
    const made = {} as Record<Part, MadePart[]>;
    for (const part of PARTS) made[part] = makeParts(this.mapping[part], rows, this.cell, this.readerOf);
    for (const part of PARTS)
      mapped.report[part] = made[part].map((one, index) => this.told(mapped, part, one, index, made));
    return mapped;
  }

  /** One field of a row, whatever it is for. */
  field(rule: FieldRule, row: readonly string[]): CellReading {
    return this.reader(rule).read(({ column = '' }) => this.cell(row, column));
  }

  private told(
    mapped: MappedReport,
    part: Part,
    { readings, row, faults }: MadePart,
    index: number,
    made: Record<Part, MadePart[]>,
  ): Record<string, unknown> {
    const fields: Record<string, unknown> = {};
    const path = `/${part}/${index}`;
    for (const column of faults) mapped.faults.push(submissionFault('lists-differ', path, { column }));
    for (const [name, { rule, reading }] of readings) {
      if (rule.link) {
        const place = placeOf(made[rule.link.to], rule.link.by === 'only' ? null : row);
        if (place > 0) fields[name] = place;
      } else this.put(mapped, fields, path, name, rule, reading);
    }
    return fields;
  }

  private put(
    mapped: MappedReport,
    fields: Record<string, unknown>,
    path: string,
    name: string,
    rule: FieldRule,
    reading: CellReading,
  ): void {
    if ('value' in reading) fields[name] = reading.value;
    else if ('state' in reading) fields[name] = { state: reading.state };
    else if ('wrong' in reading) {
      const { wrong, column, words } = reading;
      const wanted = wantedBy(rule);
      mapped.faults.push(submissionFault(wrong, `${path}/${name}`, { column, wanted }));
      for (const word of words) mapped.unmapped.push({ column, word, code: wrong });
    }
    if ('aside' in reading) {
      const { code, column, words } = reading.aside;
      for (const word of words) mapped.unmapped.push({ column, word, code });
      mapped.warnings.push(submissionWarning(code, `${path}/${name}`, { column }));
    }
  }

  private reader(rule: FieldRule): FieldReader {
    const known = this.readers.get(rule);
    if (known) return known;
    const made = new FieldReader(rule, this.mapping);
    this.readers.set(rule, made);
    return made;
  }
}

/** Counting from 1: of the only one, or of the one that the same row made; 0 when there is no such. */
function placeOf(others: readonly MadePart[], row: string | null): number {
  if (row === null) return others.length === 1 ? 1 : 0;
  const [whole = ''] = row.split('.');
  const exactly = others.findIndex(({ rows }) => rows.has(row));
  return (exactly >= 0 ? exactly : others.findIndex(({ rows }) => rows.has(whole))) + 1;
}
