import type { ImportGround } from '../../../charter/index.js';
import type { BulkTable } from '../../../platform/bulk/bulk-table.js';
import { insertReferences } from '../../records/import-references.store.js';
import { insertStagedReports, judgeReports } from '../../records/import-reports.store.js';
import type { ImportRecorder } from './import-recorder.js';
import { ReportStager, type SourceMapping, type StagingGround } from './report-stager.js';
import { STAGING, UNSTAGING } from './staged-report.js';

/** A table's way into the database, by its mapping. */
export function mappedTable(
  mapping: SourceMapping,
  { charter, at }: ImportGround,
  ground: StagingGround,
  record: ImportRecorder,
): BulkTable {
  const { jurisdictionId, references } = ground;
  const { source } = mapping;
  const whose = { jurisdictionId, source: source.name };
  const stager = new ReportStager(mapping, ground);
  return {
    name: 'forms',
    columns: source.columns,
    staging: STAGING,
    unstaging: UNSTAGING,
    ...(source.eachRow ? {} : { together: (row) => stager.keyOf(row) }),
    stage: (row, _mended, others) => stager.stage(row, others),
    references: () => {
      const { departments, officers } = references.take();
      if (departments.length + officers.length === 0) return null;
      return async (manager) => {
        const counts = await insertReferences(manager, whose, departments, officers);
        if (counts.departments + counts.officers > 0) await record(manager, 'department.import', counts);
      };
    },
    judge: (manager) => judgeReports(manager, source.name, source.columns),
    insert: (manager) => insertStagedReports(manager, whose, charter.id, at),
    reasons: {
      'missing-value': 'The column is empty and the report cannot be told from others without it: fill it in.',
      'changed-since-import':
        'The report was imported before with other words, or its rows do not stand together: correct the report itself.',
    },
  };
}
