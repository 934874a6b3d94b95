import { Injectable } from '@nestjs/common';
import { chicagoCharter, PrepareImport } from '../../../charter/index.js';
import { recordHistory } from '../../../history/index.js';
import { type BulkRequest, type BulkSummary, runBulk } from '../../../platform/bulk/bulk-run.js';
import { newId } from '../../../platform/identifiers.js';
import { CaseDatabase } from '../../../platform/postgres/case-database.js';
import { accusedTable } from './accused-table.js';
import { complaintTable } from './complaint-table.js';
import { officerTable } from './officer-table.js';
import { victimTable } from './victim-table.js';

/** `jurisdictionSlug`: `chicago` unless given. */
export interface ImportChicagoRequest extends BulkRequest {
  jurisdictionSlug?: string | undefined;
}

/**
 * Takes in Chicago's records of complaints: complaints, officers, accusations with their findings and outcomes, victims. A
 * row that is here already and the same is unchanged; one that differs is refused, because a correction is a person's
 * decision. `original` keeps every cell as told, beside what it was read as.
 */
@Injectable()
export class ImportChicago {
  constructor(
    private readonly database: CaseDatabase,
    private readonly prepare: PrepareImport,
  ) {}

  /** @throws RuleBroken file-unreadable, file-not-recognised, nothing-to-import (422), charter-lacks-words (409) */
  async run(request: ImportChicagoRequest): Promise<BulkSummary> {
    const slug = request.jurisdictionSlug ?? 'chicago';
    const place = { slug, name: 'City of Chicago', timeZone: 'America/Chicago', charter: chicagoCharter };
    const { actor, charter, at } = await this.prepare.run(place);
    const { jurisdictionId } = actor;
    const subject = { kind: 'import', id: newId(at) };
    return runBulk(
      {
        database: this.database,
        scope: actor,
        tables: [
          complaintTable(jurisdictionId, charter.id),
          officerTable(jurisdictionId),
          accusedTable(jurisdictionId, charter.document, at),
          victimTable(jurisdictionId),
        ],
        afterChunk: (manager, { table, ...lines }) =>
          recordHistory(manager, {
            actor,
            action: 'complaint.import',
            subject,
            details: { source: 'chicago', table, ...lines },
            at,
          }),
      },
      request,
    );
  }
}
