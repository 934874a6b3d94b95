import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { jurisdictionDay } from '../../charter/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { ReleaseFiles } from '../../platform/storage/release-files.js';
import { buildSeries } from '../build/series/build-series.js';
import type { FormerFile } from '../build/series/former-rows.js';
import { seriesManifest } from '../build/series/series-manifest.js';
import { isMatter, quasiIdentifiersOf } from '../build/release-plan.js';
import { recordRows } from '../records/record-rows.js';
import { dropUnpublishedEpochs, epochsOf, openEpoch, type ReleaseEpoch } from '../records/release-epoch.store.js';
import { keepInLedger } from '../records/series-ledger.store.js';
import { ReleaseKeys } from '../records/release-keys.js';
import { readSeriesGround, type SeriesGround } from '../records/series-ground.reader.js';
import { canonicalJson } from '../rules/canonical-json.js';
import { epochName, yearOf } from '../rules/epoch-name.js';
import { epochTerms } from '../rules/epoch-terms.js';
import { type BuildPlace, type BuiltContent, havePatience, type ReleaseGround } from './release-ground.js';

/** The content of a release that is planned beside all that came before it (docs/decisions/0010). */
@Injectable()
export class BuildInSeries {
  constructor(
    private readonly database: CaseDatabase,
    private readonly files: ReleaseFiles,
    private readonly clock: Clock,
    private readonly keys: ReleaseKeys,
  ) {}

  /** @throws AnonymizationRefused, BuildFailed, SeriesRefused */
  async run(jurisdictionId: string, ground: ReleaseGround, { path, watch }: BuildPlace): Promise<BuiltContent> {
    const { spec, charter, plan, release } = ground;
    const epoch = await this.database.transaction({ jurisdictionId }, (manager) =>
      this.openedEpoch(manager, jurisdictionId, ground),
    );
    const names = {
      quasi: quasiIdentifiersOf(plan).map(({ name }) => name),
      sensitive: plan.columns
        .filter((column) => isMatter(column) && column.role === 'sensitive')
        .map(({ name }) => name),
    };
    return this.database.read({ jurisdictionId }, async (manager) => {
      await havePatience(manager);
      const before = await readSeriesGround(manager, this.keys.organization, epoch, names);
      const of = { jurisdictionId, spec, charter: charter.document, masterKey: this.keys.master, inSeries: true };
      const source = watch.over(await recordRows(manager, of));
      const built = await buildSeries(source, plan, before, { path, former: this.formerFile(ground, before) });
      const place = { jurisdictionId, epochId: before.epoch.id, releaseId: release.id };
      return {
        manifest: seriesManifest(spec.dataset, plan, built, before),
        others: [],
        keep: (keeping) => keepInLedger(keeping, place, before, built),
      };
    });
  }

  /** The epoch that goes on while year and rules are those that it was opened under; else a new one. */
  private async openedEpoch(
    manager: EntityManager,
    jurisdictionId: string,
    { spec, charter, plan, release }: ReleaseGround,
  ): Promise<ReleaseEpoch> {
    const at = this.clock.now();
    const year = (await jurisdictionDay(manager, jurisdictionId, at)).slice(0, 4);
    const terms = termsHash({ spec: release.specSha256, ...epochTerms(spec.dataset, charter.document) });
    const published = (await epochsOf(manager, spec.dataset)).filter(({ releases }) => releases > 0);
    const last = published.at(-1);
    if (last?.open === true && yearOf(last.name) === year && last.terms === terms) return last;
    await dropUnpublishedEpochs(manager, spec.dataset);
    const name = epochName(
      year,
      published.map((each) => each.name),
    );
    const opened = { jurisdictionId, dataset: spec.dataset, name, k: plan.k, levels: {}, terms, at };
    return openEpoch(manager, this.keys.organization, opened);
  }

  private formerFile({ place }: ReleaseGround, { published }: SeriesGround): FormerFile | null {
    if (published === null) return null;
    const { dataset, version, file } = published.last;
    const directory = this.files.directoryOf({ jurisdiction: place.slug, dataset, version });
    return { path: join(directory, file.name), sha256: file.sha256 };
  }
}

const termsHash = (terms: object): string => createHash('sha256').update(canonicalJson(terms)).digest('hex');
