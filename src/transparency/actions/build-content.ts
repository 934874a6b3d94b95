import { Injectable } from '@nestjs/common';
import { datasetRules } from '../../charter/index.js';
import { BuildInSeries } from './build-in-series.js';
import { BuildPlain } from './build-plain.js';
import { BuildOpen } from './build-open.js';
import type { BuildPlace, BuiltContent, OpenGround, ReleaseGround } from './release-ground.js';

/** The content of a release as the charter has the dataset's releases follow each other. */
@Injectable()
export class BuildContent {
  constructor(
    private readonly plain: BuildPlain,
    private readonly inSeries: BuildInSeries,
    private readonly open: BuildOpen,
  ) {}

  /** @throws AnonymizationRefused, BuildFailed, SeriesRefused */
  async run(jurisdictionId: string, ground: ReleaseGround | OpenGround, place: BuildPlace): Promise<BuiltContent> {
    if ('source' in ground) return this.open.run(ground, place);
    const { epoch } = datasetRules(ground.charter.document.publication, ground.spec.dataset);
    const builder = epoch === 'year' ? this.inSeries : this.plain;
    return builder.run(jurisdictionId, ground, place);
  }
}
