import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { PublishedDatabase } from '../../platform/postgres/published-database.js';
import type { ProfileDocument } from '../rules/profile/profile-document.js';
import { ProfileShelf } from '../rules/profile/profile-shelf.js';
import { shippedProfiles } from './shipped-profiles.js';

export interface ProfileSummary {
  id: string;
  version: string;
  title: string;
  authority: string;
  effective: { from: string; until: string | null };
  cadence: ProfileDocument['cadence'];
  elements: number;
  rules: number;
  /** what is from no source that we could read: lists, elements and rules */
  unconfirmed: number;
}

/** Programmes' rules as the public has them: those that come with the program, and beside them those of one place. */
@Injectable()
export class PublicProfileReader {
  constructor(private readonly database: PublishedDatabase) {}

  async all(jurisdiction: string | null): Promise<ProfileSummary[]> {
    return (await this.shelf(jurisdiction)).documents.map(summaryOf);
  }

  /** The newest version, or the one asked for. @throws NotFound */
  async one(id: string, version: string | null, jurisdiction: string | null): Promise<ProfileDocument> {
    const versions = (await this.shelf(jurisdiction)).versionsOf(id);
    const found = version === null ? versions[0] : versions.find((document) => document.version === version);
    if (!found) throw new NotFound();
    return found;
  }

  private async shelf(jurisdiction: string | null): Promise<ProfileShelf> {
    if (jurisdiction === null) return shippedProfiles();
    const own = await this.database.query<{ document: ProfileDocument }>(
      'SELECT document FROM published.use_of_force_profile WHERE jurisdiction = $1 ORDER BY id DESC',
      [jurisdiction],
    );
    return new ProfileShelf([...own.map(({ document }) => document), ...shippedProfiles().documents]);
  }
}

function summaryOf({
  id,
  version,
  title,
  authority,
  effective,
  cadence,
  elements,
  rules,
  lists,
}: ProfileDocument): ProfileSummary {
  const all = [...elements, ...rules, ...Object.values(lists)];
  const unconfirmed = all.filter(({ confirmed }) => confirmed === false).length;
  return {
    id,
    version,
    title,
    authority,
    effective,
    cadence,
    elements: elements.length,
    rules: rules.length,
    unconfirmed,
  };
}
