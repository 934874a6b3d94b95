import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Boards as the public may know them: who sits by whose appointment until when, which seats are vacant, who holds an office.
 * Kept by the database itself with every change, in the schema that the public's login can read; why a term ended early, and
 * which account somebody has, stays out of it.
 */
export class PublicBoards0059 implements MigrationInterface {
  name = 'PublicBoards1700000000059';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE published.board (
        id uuid PRIMARY KEY,
        jurisdiction text NOT NULL,
        jurisdiction_name text NOT NULL,
        time_zone text NOT NULL,
        name text NOT NULL,
        seats jsonb NOT NULL,
        members jsonb NOT NULL,
        officers jsonb NOT NULL
      );
      CREATE INDEX board_of_place ON published.board (jurisdiction, name);
      GRANT SELECT ON published.board TO redress_public;
      GRANT SELECT, INSERT, UPDATE ON published.board TO redress_app;

      CREATE FUNCTION redress.publish_board(place uuid, board uuid) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        -- Of two changes at once the second sees what the first did.
        PERFORM FROM redress.board b WHERE b.jurisdiction_id = place AND b.id = board FOR NO KEY UPDATE;
        INSERT INTO published.board AS told (id, jurisdiction, jurisdiction_name, time_zone, name, seats, members, officers)
        SELECT b.id, j.slug, j.name, j.time_zone, b.name,
          coalesce((SELECT jsonb_agg(jsonb_build_object('label', t.label, 'appointingAuthority', t.appointing_authority,
              'alternate', t.alternate, 'establishedOn', t.established_on) ORDER BY t.label)
            FROM redress.board_seat t WHERE t.jurisdiction_id = place AND t.board_id = board), '[]'),
          coalesce((SELECT jsonb_agg(jsonb_build_object('memberId', m.id, 'name', s.display_name, 'appointedBy', m.appointed_by, 'from', m.term_from,
              'to', m.term_to, 'seat', t.label, 'alternate', m.alternate) ORDER BY s.display_name, m.term_from)
            FROM redress.board_member m
            JOIN redress.staff s ON s.jurisdiction_id = m.jurisdiction_id AND s.id = m.staff_id
            LEFT JOIN redress.board_seat t ON t.jurisdiction_id = m.jurisdiction_id AND t.id = m.seat_id
           WHERE m.jurisdiction_id = place AND m.board_id = board), '[]'),
          coalesce((SELECT jsonb_agg(jsonb_build_object('memberId', m.id, 'office', o.office, 'from', o.from_day,
              'to', o.to_day) ORDER BY o.from_day, o.office)
            FROM redress.board_officer o
            JOIN redress.board_member m ON m.jurisdiction_id = o.jurisdiction_id AND m.id = o.member_id
            JOIN redress.staff s ON s.jurisdiction_id = m.jurisdiction_id AND s.id = m.staff_id
           WHERE o.jurisdiction_id = place AND o.board_id = board), '[]')
          FROM redress.board b JOIN redress.jurisdiction j ON j.id = b.jurisdiction_id
         WHERE b.jurisdiction_id = place AND b.id = board
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, seats = excluded.seats, members = excluded.members,
          officers = excluded.officers WHERE told.jurisdiction = excluded.jurisdiction;
      END $$;
      CREATE FUNCTION redress.tell_board() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM redress.publish_board(NEW.jurisdiction_id, (to_jsonb(NEW) ->> TG_ARGV[0])::uuid);
        RETURN NULL;
      END $$;
      REVOKE ALL ON FUNCTION redress.publish_board(uuid, uuid), redress.tell_board() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION redress.publish_board(uuid, uuid), redress.tell_board() TO redress_app;
      CREATE TRIGGER tell_board AFTER INSERT OR UPDATE ON redress.board
        FOR EACH ROW EXECUTE FUNCTION redress.tell_board('id');
      CREATE TRIGGER tell_board AFTER INSERT OR UPDATE ON redress.board_seat
        FOR EACH ROW EXECUTE FUNCTION redress.tell_board('board_id');
      CREATE TRIGGER tell_board AFTER INSERT OR UPDATE ON redress.board_member
        FOR EACH ROW EXECUTE FUNCTION redress.tell_board('board_id');
      CREATE TRIGGER tell_board AFTER INSERT OR UPDATE ON redress.board_officer
        FOR EACH ROW EXECUTE FUNCTION redress.tell_board('board_id');

      -- Row-level security binds the owner too: what is there already is told place by place.
      DO $$ DECLARE place record; board record; BEGIN
        FOR place IN SELECT id FROM redress.jurisdiction LOOP
          PERFORM set_config('redress.jurisdiction', place.id::text, true);
          FOR board IN SELECT id FROM redress.board WHERE jurisdiction_id = place.id LOOP
            PERFORM redress.publish_board(place.id, board.id);
          END LOOP;
        END LOOP;
        PERFORM set_config('redress.jurisdiction', '', true);
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER tell_board ON redress.board; DROP TRIGGER tell_board ON redress.board_seat;
      DROP TRIGGER tell_board ON redress.board_member; DROP TRIGGER tell_board ON redress.board_officer;
      DROP FUNCTION redress.tell_board(); DROP FUNCTION redress.publish_board(uuid, uuid);
      DROP TABLE published.board;
    `);
  }
}
