import type { EntityManager } from 'typeorm';

export interface NewPost {
  jurisdictionId: string;
  id: string;
  officerId: string;
  rank: string | null;
  unit: string | null;
  from: string;
  recordedBy: string;
  at: Date;
}

/** The post joins the officer's history; the register shows what the latest days say, whichever was told last. */
export async function insertPost(manager: EntityManager, post: NewPost): Promise<void> {
  await manager.query('SELECT FROM redress.officer WHERE id = $1 FOR UPDATE', [post.officerId]);
  await manager.query(
    `INSERT INTO redress.officer_post (jurisdiction_id, id, officer_id, rank, unit, from_day, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [...[post.jurisdictionId, post.id, post.officerId, post.rank, post.unit], ...[post.from, post.recordedBy, post.at]],
  );
  await manager.query(
    `UPDATE redress.officer o SET
        rank = coalesce((SELECT p.rank FROM redress.officer_post p WHERE p.officer_id = o.id AND p.rank IS NOT NULL
          ORDER BY p.from_day DESC, p.id DESC LIMIT 1), o.rank),
        unit = coalesce((SELECT p.unit FROM redress.officer_post p WHERE p.officer_id = o.id AND p.unit IS NOT NULL
          ORDER BY p.from_day DESC, p.id DESC LIMIT 1), o.unit)
      WHERE o.id = $1`,
    [post.officerId],
  );
}
