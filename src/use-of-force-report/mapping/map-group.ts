import { submissionFault, submissionWarning } from '../rules/submission-faults.js';
import type { ReportFault } from '../rules/fault-codes.js';
import type { FieldRule, Mapping, Part } from './mapping.js';
import { PARTS } from './mapping.js';
import { makeParts, type MadePart } from './make-parts.js';
import { CellReader, type CellReading } from './read-cell.js';

/** A report as the rows of a group tell it, what could not be read, and the words that the mapping does not know. */
export interface MappedReport {
  report: Record<string, unknown>;
  faults: ReportFault[];
  warnings: ReportFault[];
  unmapped: { column: string; word: string }[];
}

/** The cell of that column in a row; empty when the row has no such column. */
export type Cells = (row: readonly string[], column: string) => string;

/** Reads the groups of a table by its mapping. Pure: rows in, reports out. */
export class GroupMapper {
  private readonly readers = new Map<FieldRule, CellReader>();

  constructor(
    private readonly mapping: Mapping,
    private readonly cell: Cells,
  ) {}

  map(rows: readonly (readonly string[])[]): MappedReport {
    const mapped: MappedReport = { report: {}, faults: [], warnings: [], unmapped: [] };
    const [first = []] = rows;
    for (const [name, rule] of Object.entries(this.mapping.incident))
      this.put(mapped, mapped.report, `/${name}`, name, { reading: this.read(rule, first), column: rule.column ?? '' });
    const made = Object.fromEntries(
      PARTS.map((part) => [part, makeParts(this.mapping[part], rows, this.cell, (rule) => this.reader(rule))]),
    ) as Record<Part, MadePart[]>;
    for (const part of PARTS)
      mapped.report[part] = made[part].map((one, index) => this.told(mapped, part, one, index, made));
    return mapped;
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
    for (const [name, { rule, reading }] of Object.entries(readings)) {
      if (rule.link) {
        const place = placeOf(made[rule.link.to], rule.link.by === 'only' ? null : row);
        if (place > 0) fields[name] = place;
      } else this.put(mapped, fields, `${path}/${name}`, name, { reading, column: rule.column ?? '' });
    }
    return fields;
  }

  private put(
    mapped: MappedReport,
    fields: Record<string, unknown>,
    path: string,
    name: string,
    { reading, column }: { reading: CellReading; column: string },
  ): void {
    if ('blank' in reading) return;
    if ('state' in reading) fields[name] = { state: reading.state };
    else if ('wrong' in reading) {
      const wanted = reading.wrong === 'unreadable-value' ? 'value' : 'word';
      mapped.faults.push(submissionFault(reading.wrong, path, { column, wanted }));
    } else {
      fields[name] = reading.value;
      for (const word of reading.unmapped ?? []) mapped.unmapped.push({ column, word });
      if (reading.unmapped) mapped.warnings.push(submissionWarning('word-not-mapped', path, { column }));
    }
  }

  private read(rule: FieldRule, row: readonly string[]): CellReading {
    if (rule.value !== undefined) return { value: rule.value };
    return this.reader(rule).read(this.cell(row, rule.column ?? ''));
  }

  private reader(rule: FieldRule): CellReader {
    const known = this.readers.get(rule) ?? new CellReader(rule, this.mapping);
    this.readers.set(rule, known);
    return known;
  }
}

/** Counting from 1: of the only one, or of the one that the same row made; 0 when there is no such. */
function placeOf(others: readonly MadePart[], row: string | null): number {
  if (row === null) return others.length === 1 ? 1 : 0;
  const [whole = ''] = row.split('.');
  const exactly = others.findIndex(({ rows }) => rows.has(row));
  return (exactly >= 0 ? exactly : others.findIndex(({ rows }) => rows.has(whole))) + 1;
}
