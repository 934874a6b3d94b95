import { Injectable } from '@nestjs/common';
import { PublishedDatabase } from '../../platform/postgres/published-database.js';

/** One year's count; the year is that in which it was asked. */
export interface GlassYear {
  year: number;
  asked: number;
  approved: number;
  /**
   * Refused, lapsed or still waiting, together: how many of them were refused would tell who asked that there is such a case.
   */
  notApproved: number;
  reviewedAsNotRight: number;
}

const YEARS = `
  SELECT year, asked, approved, asked - approved AS "notApproved", not_right AS "reviewedAsNotRight"
    FROM published.break_glass WHERE jurisdiction = $1 ORDER BY year DESC`;

/** Reads the count that the database itself keeps, with a login that can reach no case. */
@Injectable()
export class PublicGlassReader {
  constructor(private readonly database: PublishedDatabase) {}

  /** The latest first; a year in which nobody asked is not in it. */
  async years(jurisdiction: string): Promise<GlassYear[]> {
    return this.database.query<GlassYear>(YEARS, [jurisdiction]);
  }
}
