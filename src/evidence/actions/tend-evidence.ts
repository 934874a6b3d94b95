import { Injectable } from '@nestjs/common';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { CopyPictures } from './copy-pictures.js';
import { SweepUploads } from './sweep-uploads.js';

/** What is done by the clock in every jurisdiction. */
@Injectable()
export class TendEvidence {
  constructor(
    private readonly database: CaseDatabase,
    private readonly sweepUploads: SweepUploads,
    private readonly copyPictures: CopyPictures,
  ) {}

  async sweep(): Promise<void> {
    await this.database.inEachJurisdiction((jurisdictionId) => this.sweepUploads.run(jurisdictionId));
  }

  async copy(): Promise<void> {
    await this.database.inEachJurisdiction((jurisdictionId) => this.copyPictures.run(jurisdictionId));
  }
}
