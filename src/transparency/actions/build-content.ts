import { Injectable } from '@nestjs/common';
import { datasetRules } from '../../charter/index.js';
import { BuildInSeries } from './build-in-series.js';
import { BuildPlain } from './build-plain.js';
import type { BuildPlace, BuiltContent, ReleaseGround } from './release-ground.js';

/** The content of a release as the charter has the dataset's releases follow each other. */
@Injectable()
export class BuildContent {
  constructor(
    private readonly plain: BuildPlain,
    private readonly inSeries: BuildInSeries,
  ) {}

  /** @throws AnonymizationRefused, BuildFailed, SeriesRefused */
  async run(jurisdictionId: string, ground: ReleaseGround, place: BuildPlace): Promise<BuiltContent> {
    const { epoch } = datasetRules(ground.charter.document.publication, ground.spec.dataset);
    const builder = epoch === 'year' ? this.inSeries : this.plain;
    return builder.run(jurisdictionId, ground, place);
  }
}
