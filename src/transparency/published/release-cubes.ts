import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import { PublishedDatabase } from '../../platform/postgres/published-database.js';
import type { PublishedRelease } from './release-descriptor.js';
import type { Cube } from './soql/source.js';

const CUBES = `SELECT 'published.' || quote_ident(table_name) AS table, columns, groups
  FROM published.cube WHERE release_id = $1 ORDER BY groups, table_name`;
const MOST_REMEMBERED = 500;

/** The cubes of a release. They are made with it and never change: what is known of them stays known. */
@Injectable()
export class ReleaseCubes {
  private readonly known = new Map<string, Promise<Cube[]>>();

  constructor(private readonly database: PublishedDatabase) {}

  async of({ id }: PublishedRelease): Promise<readonly Cube[]> {
    const known = this.known.get(id);
    if (known) return known;
    const cubes = this.database.query<Cube & QueryResultRow>(CUBES, [id]);
    if (this.known.size >= MOST_REMEMBERED) this.known.clear();
    this.known.set(id, cubes);
    cubes.catch(() => this.known.delete(id));
    return cubes;
  }
}
