import { Injectable } from '@nestjs/common';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';

export interface Board {
  id: string;
  name: string;
  members: { memberId: string; staffId: string; name: string; appointedBy: string; termFrom: string; termTo: string }[];
}

@Injectable()
export class BoardReader {
  constructor(private readonly database: CaseDatabase) {}

  async list(actor: Actor): Promise<Board[]> {
    return this.database.read(actor, (manager) =>
      manager.query<Board[]>(
        `SELECT b.id, b.name, coalesce(json_agg(json_build_object('memberId', m.id, 'staffId', m.staff_id,
                  'name', s.display_name, 'appointedBy', m.appointed_by, 'termFrom', m.term_from, 'termTo', m.term_to)
                  ORDER BY s.display_name, m.term_from) FILTER (WHERE m.id IS NOT NULL), '[]') AS members
           FROM redress.board b
           LEFT JOIN redress.board_member m ON m.jurisdiction_id = b.jurisdiction_id AND m.board_id = b.id
           LEFT JOIN redress.staff s ON s.jurisdiction_id = m.jurisdiction_id AND s.id = m.staff_id
          GROUP BY b.id, b.name ORDER BY b.name`,
      ),
    );
  }
}
