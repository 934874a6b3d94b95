import { Injectable } from '@nestjs/common';
import { MasterKey } from '../../platform/crypto/index.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { ReleaseFiles } from '../../platform/storage/release-files.js';
import { buildTable } from '../build/build-table.js';
import { Pseudonyms } from '../build/pseudonyms.js';
import { tableManifest } from '../build/release-manifest.js';
import { reportFiles } from '../build/report-files.js';
import { readReport } from '../records/release.reader.js';
import { recordRows } from '../records/record-rows.js';
import type { UtilityReport } from '../report/index.js';
import { type BuildPlace, type BuiltContent, havePatience, type ReleaseGround } from './release-ground.js';

/** The content of a release that stands by itself: under pseudonyms of its own, compared with none before. */
@Injectable()
export class BuildPlain {
  constructor(
    private readonly database: CaseDatabase,
    private readonly files: ReleaseFiles,
    private readonly masterKey: MasterKey,
  ) {}

  /** @throws AnonymizationRefused, BuildFailed */
  async run(jurisdictionId: string, ground: ReleaseGround, { path, watch }: BuildPlace): Promise<BuiltContent> {
    const { spec, charter, plan, release } = ground;
    const built = await this.database.read({ jurisdictionId }, async (manager) => {
      await havePatience(manager);
      const of = { jurisdictionId, spec, charter: charter.document, masterKey: this.masterKey, inSeries: false };
      const rows = watch.over(await recordRows(manager, of));
      return buildTable(rows, plan, { path, key: Pseudonyms.newKey(), onStep: watch.onStage });
    });
    const manifest = tableManifest(spec.dataset, plan, built);
    const { title, unitWord, dataset } = spec;
    const previous = await this.lastReport(ground);
    const others = await reportFiles(built.choice, { dataset, title, version: release.version, unitWord }, previous);
    return { manifest, others, keep: () => Promise.resolve() };
  }

  /** That of the release published last; none where there was none yet, or where it has no report. */
  private async lastReport({ former, place }: ReleaseGround): Promise<UtilityReport | undefined> {
    if (former === null) return undefined;
    const directory = this.files.directoryOf({ ...former, jurisdiction: place.slug });
    return (await readReport(directory)) ?? undefined;
  }
}
