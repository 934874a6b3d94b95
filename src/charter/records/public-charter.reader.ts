import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { PublishedDatabase } from '../../platform/postgres/published-database.js';
import { genericCasework } from '../presets/generic-casework.js';
import { type CharterChange, charterDiff } from '../rules/charter-diff.js';
import type { CharterDocument } from '../rules/charter-document.js';
import { completedCharter } from '../rules/completed-charter.js';

export interface CharterVersion {
  id: string;
  jurisdiction: string;
  version: number;
  /** ISO date from which it is in force */
  effectiveFrom: string;
}

export interface PublicCharter extends CharterVersion {
  charter: CharterDocument;
}

const SELECT_VERSION = 'SELECT id, jurisdiction, version, effective_from::text AS "effectiveFrom"';
const BY_ID = `${SELECT_VERSION}, document AS charter FROM published.charter WHERE id = $1`;
const OF_PLACE = `${SELECT_VERSION} FROM published.charter WHERE jurisdiction = $1 ORDER BY version DESC`;

/** Charters as the public has them: through the role that sees nothing but what is published. */
@Injectable()
export class PublicCharterReader {
  constructor(private readonly database: PublishedDatabase) {}

  /** @throws NotFound */
  async byId(id: string): Promise<PublicCharter> {
    const [found] = await this.database.query<PublicCharter>(BY_ID, [id]);
    if (!found) throw new NotFound();
    return { ...found, charter: completedCharter(found.charter, genericCasework) };
  }

  /** Every version that the place ever enacted, the newest first. @throws NotFound */
  async versionsOf(slug: string): Promise<CharterVersion[]> {
    const versions = await this.database.query<CharterVersion>(OF_PLACE, [slug]);
    if (versions.length === 0) throw new NotFound();
    return versions;
  }

  /** What changed from one version to the other. @throws NotFound */
  async difference(from: string, to: string): Promise<CharterChange[]> {
    const [before, after] = [await this.byId(from), await this.byId(to)];
    return charterDiff(before.charter, after.charter);
  }
}
