import type { Refusal, SourceRow, StagedRow } from '../../../platform/bulk/bulk-table.js';
import { stableId } from '../../../platform/bulk/stable-id.js';
import { columnAt } from '../../mapping/column-at.js';
import { GroupMapper, type MappedReport } from '../../mapping/map-group.js';
import type { FieldRule, MappedSource, Mapping } from '../../mapping/mapping.js';
import type { ReportFault } from '../../rules/fault-codes.js';
import { importFaults } from '../../rules/import-faults.js';
import type { Terms } from '../../rules/terms.js';
import type { ImportReferences } from './import-references.js';
import { partValues, reportValues } from './staged-report.js';
import type { UnmappedTally } from './unmapped-tally.js';

/** A mapping that says whose table it reads. */
export type SourceMapping = Mapping & { source: MappedSource };

export interface StagingGround {
  jurisdictionId: string;
  terms: Terms;
  references: ImportReferences;
  unmapped: UnmappedTally;
}

/** Makes reports of a table's rows, as they are staged. */
export class ReportStager {
  private readonly mapper: GroupMapper;
  private readonly places: ReadonlyMap<string, number>;

  constructor(
    private readonly mapping: SourceMapping,
    private readonly ground: StagingGround,
  ) {
    this.places = new Map(mapping.source.columns.map((column, index) => [column, index]));
    this.mapper = new GroupMapper(mapping, (row, column) => row[this.places.get(column) ?? -1] ?? '');
  }

  /** What the rows of one report have in common. */
  keyOf(row: SourceRow): string {
    return this.mapping.groupBy.map((column) => (row[column] ?? '').trim()).join('/');
  }

  /** @param row the first of the rows that make the report, `others` those that follow */
  stage(row: SourceRow, others: readonly SourceRow[]): StagedRow | Refusal {
    const { source, groupBy } = this.mapping;
    const cellsOf = (of: SourceRow): string[] => source.columns.map((column) => of[column] ?? '');
    const first = cellsOf(row);
    const cells = [first, ...others.map(cellsOf)];
    const blank = groupBy.find((column) => first[this.places.get(column) ?? -1]?.trim() === '');
    if (blank !== undefined) return { code: 'missing-value', column: blank };
    const department = this.textOf(source.department.name, first);
    if (department === null) return { code: 'missing-value', column: source.department.name.column ?? null };
    const mapped = this.mapper.map(cells);
    for (const value of mapped.unmapped) this.ground.unmapped.add(value);
    const faults = mapped.faults.length > 0 ? mapped.faults : importFaults(mapped.report, this.ground.terms);
    if (faults.length > 0) return this.refusal(faults);
    const county = source.department.county ? this.textOf(source.department.county, first) : null;
    const original = JSON.stringify(source.eachRow ? first : cells);
    return this.staged(mapped, this.keyOf(row), { department, county, original });
  }

  private staged(
    { report, warnings }: MappedReport,
    sourceKey: string,
    { department, county, original }: { department: string; county: string | null; original: string },
  ): StagedRow {
    const { jurisdictionId, references } = this.ground;
    const id = stableId(jurisdictionId, this.mapping.source.name, 'report', sourceKey);
    const departmentId = references.departmentId(department, county);
    const parts = partValues(id, report, (badge) => references.officerId(badge, departmentId));
    const values = reportValues({ id, sourceKey, departmentId, original }, report);
    const oddities = warnings.length === 0 ? [] : [...new Set(warnings.map(({ code }) => code))];
    return { key: sourceKey, group: sourceKey, values, parts, oddities };
  }

  /** The columns of all that is wrong; the code is that of the first. */
  private refusal(faults: readonly ReportFault[]): Refusal {
    const [{ code } = { code: 'required' }] = faults;
    const told = faults.map(({ path, message }) => ({ column: columnAt(this.mapping, path), path, message }));
    const columns = [...new Set(told.flatMap(({ column }) => column ?? []))];
    const reasons = new Set(told.map(({ column, path, message }) => `${column ?? path}: ${message}`));
    return { code, column: columns.length > 0 ? columns.join(' ') : null, reason: [...reasons].join(' ') };
  }

  private textOf(rule: FieldRule, row: readonly string[]): string | null {
    const reading = this.mapper.field(rule, row);
    return 'value' in reading && typeof reading.value === 'string' && reading.value !== '' ? reading.value : null;
  }
}
