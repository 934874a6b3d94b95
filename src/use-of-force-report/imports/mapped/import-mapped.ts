import { Injectable } from '@nestjs/common';
import { charterPresets, type ImportGround, jurisdictionDay, PrepareImport } from '../../../charter/index.js';
import { type BulkRequest, type BulkSummary, runBulk } from '../../../platform/bulk/bulk-run.js';
import { RuleBroken } from '../../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../../platform/postgres/case-database.js';
import { codesWritten } from '../../mapping/codes-written.js';
import type { Mapping } from '../../mapping/mapping.js';
import { allDepartments, officersWithBadges } from '../../records/import-references.store.js';
import { type Terms, termsOf } from '../../rules/terms.js';
import { ImportReferences } from './import-references.js';
import { importRecorder } from './import-recorder.js';
import { mappedTable } from './mapped-table.js';
import type { SourceMapping } from './report-stager.js';
import { type UnmappedCount, UnmappedTally } from './unmapped-tally.js';

export interface ImportMappedRequest extends BulkRequest {
  mapping: Mapping;
  /** Where to, if not to the place that the mapping names */
  jurisdictionSlug?: string | undefined;
}

/** `unmapped`: the values that the mapping did not understand; `uncounted`: cells with more such than are listed. */
export interface MappedSummary extends BulkSummary {
  unmapped: UnmappedCount[];
  uncounted: number;
}

/**
 * Takes in a table of use-of-force reports by a mapping. A report that is here already and the same is unchanged; one that
 * differs is refused, because a correction is a person's decision. `original` keeps every cell as told, in the order of the
 * mapping's columns: under their names it would be three times as long. The source does not say when a report was sent in:
 * `submitted_at` is the time of the import.
 */
@Injectable()
export class ImportMapped {
  constructor(
    private readonly database: CaseDatabase,
    private readonly prepare: PrepareImport,
  ) {}

  /**
   * @throws RuleBroken file-unreadable, file-not-recognised, nothing-to-import, mapping-without-source, place-missing,
   *   no-such-charter (422), no-such-jurisdiction, charter-lacks-words (409)
   */
  async run(request: ImportMappedRequest): Promise<MappedSummary> {
    const mapping = withSource(request.mapping);
    const ground = await this.groundOf(mapping, request.jurisdictionSlug);
    const { actor, at } = ground;
    const { name, badges = 'department' } = mapping.source;
    const known = await this.database.read(actor, async (manager) => ({
      departments: await allDepartments(manager),
      officers: badges === 'department' ? await officersWithBadges(manager) : [],
      terms: termsOf(ground.charter.document, await jurisdictionDay(manager, actor.jurisdictionId, at)),
    }));
    refuseLackingWords(mapping, known.terms);
    const references = new ImportReferences(actor.jurisdictionId, name, badges, known);
    const unmapped = new UnmappedTally();
    const record = importRecorder(ground, mapping);
    const stagingGround = { jurisdictionId: actor.jurisdictionId, terms: known.terms, references, unmapped };
    const summary = await runBulk(
      {
        database: this.database,
        scope: actor,
        tables: [mappedTable(mapping, ground, stagingGround, record)],
        afterChunk: (manager, { taken, firstLine }) =>
          record(manager, 'use-of-force-report.import', { taken, firstLine }),
      },
      request,
    );
    return { ...summary, unmapped: unmapped.list(), uncounted: unmapped.uncounted };
  }

  private async groundOf({ source }: SourceMapping, asked: string | undefined): Promise<ImportGround> {
    const { place } = source;
    if (place) {
      const charter = charterPresets[place.charter];
      if (!charter)
        throw new RuleBroken('no-such-charter', `There is no charter ${place.charter}: there are ${presets()}.`, 422);
      return this.prepare.run({ ...place, slug: asked ?? place.slug, charter });
    }
    if (asked !== undefined) return this.prepare.standing(asked);
    throw new RuleBroken('place-missing', 'The mapping names no place: say into which jurisdiction.', 422);
  }
}

function withSource(mapping: Mapping): SourceMapping {
  if (mapping.source) return mapping as SourceMapping;
  throw new RuleBroken('mapping-without-source', 'Say in `source` whose table it is: name, columns, department.', 422);
}

function refuseLackingWords(mapping: Mapping, terms: Terms): void {
  const written = codesWritten(mapping);
  const lacking = (['races', 'genders', 'forceTypes'] as const).flatMap((vocabulary) =>
    [...written[vocabulary]].filter((code) => !terms[vocabulary].has(code)).map((code) => `${vocabulary}: ${code}`),
  );
  if (lacking.length === 0) return;
  const some = lacking.slice(0, 8).join(', ');
  const message = `The charter in force lacks ${lacking.length} words that the mapping writes (${some}): enact them first, or map to others.`;
  throw new RuleBroken('charter-lacks-words', message);
}

function presets(): string {
  return Object.keys(charterPresets).join(', ');
}
