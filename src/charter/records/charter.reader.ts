import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { CharterDocument } from '../rules/charter-document.js';
import { charterInForce } from './charter.store.js';

export interface JurisdictionWithCharter {
  slug: string;
  name: string;
  timeZone: string;
  charterId: string;
  charterVersion: number;
  charter: CharterDocument;
}

@Injectable()
export class CharterReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async ofJurisdiction(slug: string): Promise<JurisdictionWithCharter> {
    const jurisdiction = await this.database.jurisdictionBySlug(slug);
    if (!jurisdiction) throw new NotFound();
    const scope = { jurisdictionId: jurisdiction.id };
    const charter = await this.database.read(scope, (manager) => charterInForce(manager, this.clock.now()));
    const { name, timeZone } = jurisdiction;
    return { slug, name, timeZone, charterId: charter.id, charterVersion: charter.version, charter: charter.document };
  }
}
