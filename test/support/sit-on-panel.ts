import type pg from 'pg';

const SEAT = `WITH member AS (INSERT INTO redress.board_member (jurisdiction_id, id, board_id, staff_id, appointed_by, term_from, term_to)
    VALUES ($1, gen_random_uuid(), gen_random_uuid(), $3, 'mayor', '2020-01-01', '2060-01-01') RETURNING id)
  INSERT INTO redress.panel_member (jurisdiction_id, panel_id, member_id, complaint_id) SELECT $1, gen_random_uuid(), id, $2 FROM member`;

/** Puts somebody on the case's panel, by the superuser: how they come there is tested elsewhere. */
export async function sitOnPanel(
  owner: pg.Pool,
  ...[place, complaintId, staffId]: [string, string, string]
): Promise<void> {
  const client = await owner.connect();
  await client.query('BEGIN; SET LOCAL session_replication_role = replica');
  await client.query(SEAT, [place, complaintId, staffId]);
  await client.query('COMMIT');
  client.release();
}
