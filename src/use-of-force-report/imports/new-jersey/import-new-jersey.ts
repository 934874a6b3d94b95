import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type ImportGround, newJerseyCharter, PrepareImport } from '../../../charter/index.js';
import { recordHistory } from '../../../history/index.js';
import { type BulkRequest, type BulkSummary, runBulk } from '../../../platform/bulk/bulk-run.js';
import type { BulkTable } from '../../../platform/bulk/bulk-table.js';
import { newId } from '../../../platform/identifiers.js';
import { CaseDatabase } from '../../../platform/postgres/case-database.js';
import { COLUMNS } from './columns.js';
import { FormReferences } from './form-references.js';
import { allDepartments, insertReferences } from './form-references.store.js';
import { insertForms, judgeForms } from './forms.store.js';
import { STAGED_FORM, stageForm } from './stage-form.js';

/** `jurisdictionSlug`: `new-jersey` unless given. */
export interface ImportNewJerseyRequest extends BulkRequest {
  jurisdictionSlug?: string | undefined;
}

/**
 * Takes in the forms of New Jersey's use-of-force portal: a row is one officer's form. A form that is here already and
 * the same is unchanged; one that differs is refused, because a correction is a person's decision. `original` keeps every
 * cell as told, in the order of COLUMNS: under 44 names it would be three times as long.
 * The source does not say when a form was sent in or in which order force was used: `submitted_at` is the time of the
 * import, and the sequence of force is that of the source's list, which it sorts by name.
 */
@Injectable()
export class ImportNewJersey {
  constructor(
    private readonly database: CaseDatabase,
    private readonly prepare: PrepareImport,
  ) {}

  /** @throws RuleBroken file-unreadable, file-not-recognised, nothing-to-import (422), charter-lacks-words (409) */
  async run(request: ImportNewJerseyRequest): Promise<BulkSummary> {
    const slug = request.jurisdictionSlug ?? 'new-jersey';
    const place = { slug, name: 'State of New Jersey', timeZone: 'America/New_York', charter: newJerseyCharter };
    const ground = await this.prepare.run(place);
    const { actor, at } = ground;
    const departments = await this.database.read(actor, allDepartments);
    const references = new FormReferences(actor.jurisdictionId, departments);
    const subject = { kind: 'import', id: newId(at) };
    const record = (manager: EntityManager, action: string, counts: Record<string, number>): Promise<void> =>
      recordHistory(manager, { actor, action, subject, details: { source: 'new-jersey', ...counts }, at });
    return runBulk(
      {
        database: this.database,
        scope: actor,
        tables: [formTable(ground, references, record)],
        afterChunk: (manager, { taken, firstLine }) =>
          record(manager, 'use-of-force-report.import', { taken, firstLine }),
      },
      request,
    );
  }
}

type Recorder = (manager: EntityManager, action: string, counts: Record<string, number>) => Promise<void>;

function formTable({ actor, charter, at }: ImportGround, references: FormReferences, record: Recorder): BulkTable {
  const { jurisdictionId } = actor;
  return {
    name: 'forms',
    columns: COLUMNS,
    staging: STAGED_FORM.ddl,
    stage: (row) => stageForm(row, jurisdictionId, references),
    references: () => {
      const { departments, officers } = references.take();
      if (departments.length + officers.length === 0) return null;
      return async (manager) => {
        const counts = await insertReferences(manager, jurisdictionId, departments, officers);
        if (counts.departments + counts.officers > 0) await record(manager, 'department.import', counts);
      };
    },
    judge: judgeForms,
    insert: (manager) => insertForms(manager, jurisdictionId, charter.id, at),
    reasons: {
      'missing-value': 'The column is empty and the form cannot be told from others without it: fill it in.',
      'not-a-date':
        'The column holds no day of the calendar: write it as YYYY-MM-DD, or leave it empty if it is not known.',
      'changed-since-import':
        'The form was imported before with other words in these columns: correct the report itself.',
    },
  };
}
