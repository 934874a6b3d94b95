import { Injectable } from '@nestjs/common';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Scope } from '../../platform/postgres/scope.js';

export interface RegisteredOfficer {
  officerId: string;
  departmentId: string | null;
  badgeNumber: string | null;
  name: string | null;
  rank: string | null;
  unit: string | null;
  command: string | null;
  birthYear: number | null;
  race: string | null;
  gender: string | null;
  appointedOn: string | null;
  resignedOn: string | null;
}

export interface OfficerQuestion {
  departmentId?: string | undefined;
  badgeNumber?: string | undefined;
  limit: number;
  /** The last officer of the page before */
  after?: string | undefined;
}

@Injectable()
export class OfficerReader {
  constructor(private readonly database: CaseDatabase) {}

  async page(scope: Scope, question: OfficerQuestion): Promise<{ items: RegisteredOfficer[]; next: string | null }> {
    const { departmentId = null, badgeNumber = null, limit, after = null } = question;
    const rows: RegisteredOfficer[] = await this.database.read(scope, (manager) =>
      manager.query(
        `SELECT id AS "officerId", department_id AS "departmentId", badge_number AS "badgeNumber", name, rank, unit, command,
                birth_year AS "birthYear", race, gender, appointed_on::text AS "appointedOn", resigned_on::text AS "resignedOn"
           FROM redress.officer
          WHERE ($1::uuid IS NULL OR department_id = $1) AND ($2::text IS NULL OR badge_number = $2)
            AND ($3::uuid IS NULL OR id > $3)
          ORDER BY id LIMIT $4`,
        [departmentId, badgeNumber, after, limit + 1],
      ),
    );
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.officerId ?? null) : null };
  }
}
