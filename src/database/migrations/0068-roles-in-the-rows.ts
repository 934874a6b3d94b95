import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As it stands in migration 0042. */
const TAKE_DECISION = `
        -- Of two at once the second waits, and sees the first.
        PERFORM FROM redress.complaint c WHERE c.jurisdiction_id = here AND c.id = of_case FOR NO KEY UPDATE;
        INSERT INTO redress.decision (jurisdiction_id, id, complaint_id, matter_id, allegation_id, kind, outcome, source_id, decided_at, supersedes)
        VALUES (here, gen_random_uuid(), of_case, matter, of_allegation, what, result, source, at,
          (SELECT d.id FROM redress.decision d WHERE d.jurisdiction_id = here AND d.matter_id = matter AND NOT EXISTS
            (SELECT FROM redress.decision later WHERE later.jurisdiction_id = here AND later.supersedes = d.id)));`;

/**
 * What the generated policies go by (src/database/policies): the roles of whoever the transaction runs for, and the cases that
 * they stand to in some way. The database looks both up itself. The policies are no migration: `redress migrate` writes them.
 */
export class RolesInTheRows0068 implements MigrationInterface {
  name = 'RolesInTheRows1700000000068';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Three questions, each asked once a statement: as few as there can be, since each is planned for every table of it. Who was
      -- disabled has no role. Whether one of these roles reaches all rows; nobody of the staff does, the other policies hold.
      CREATE FUNCTION redress.reaches_all(wanted text[]) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      DECLARE me uuid := redress.current_staff();
      BEGIN
        RETURN me IS NULL OR EXISTS (SELECT FROM redress.staff s WHERE s.jurisdiction_id = redress.current_jurisdiction()
          AND s.id = me AND s.disabled_at IS NULL AND s.roles && wanted);
      END $$;
      -- Who asks, when they have one of these roles: for rows that name them.
      CREATE FUNCTION redress.oneself_as(wanted text[]) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
      DECLARE me uuid := redress.current_staff();
      BEGIN
        RETURN (SELECT s.id FROM redress.staff s WHERE s.jurisdiction_id = redress.current_jurisdiction()
          AND s.id = me AND s.disabled_at IS NULL AND s.roles && wanted);
      END $$;
      -- The cases to which they stand in one of these ways, of those that are for their roles: 'assigned:investigator'. Each way has
      -- its function, redress.cases_<way>().
      CREATE FUNCTION redress.reached_cases(ways text[]) RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 100 AS $$
      DECLARE way text; mine text[];
      BEGIN
        SELECT s.roles INTO mine FROM redress.staff s WHERE s.jurisdiction_id = redress.current_jurisdiction()
          AND s.id = redress.current_staff() AND s.disabled_at IS NULL;
        FOR way IN SELECT DISTINCT split_part(w, ':', 1) FROM unnest(ways) w WHERE split_part(w, ':', 2) = ANY (mine) LOOP
          RETURN QUERY EXECUTE format('SELECT redress.%I()', 'cases_' || way);
        END LOOP;
      END $$;

      -- The cases to which whoever this transaction runs for stands so: made by one template, so that all are read as the office,
      -- these rows being behind policies that ask this very question. No wall is taken away by it: each is a policy of its own
      -- on what is read then. In the query, me is who asks.
      CREATE FUNCTION redress.relate_cases(name text, cases text) RETURNS void LANGUAGE plpgsql AS $template$
      BEGIN
        EXECUTE format($made$
          CREATE FUNCTION redress.%I() RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 100 AS $$
          DECLARE
            whoever text := coalesce(current_setting('redress.staff', true), '');
            here uuid := redress.current_jurisdiction();
            me uuid := nullif(whoever, '')::uuid;
          BEGIN
            PERFORM set_config('redress.staff', '', true);
            RETURN QUERY %s;
            PERFORM set_config('redress.staff', whoever, true);
          END $$ $made$, name, cases);
      END $template$;
      REVOKE ALL ON FUNCTION redress.relate_cases(text, text) FROM PUBLIC;

      SELECT redress.relate_cases('cases_assigned', 'SELECT a.complaint_id FROM redress.assignment a
        WHERE a.jurisdiction_id = here AND a.staff_id = me AND a.ended_at IS NULL');
      SELECT redress.relate_cases('cases_panel', 'SELECT p.complaint_id FROM redress.board_member b
        JOIN redress.panel_member p ON p.jurisdiction_id = b.jurisdiction_id AND p.member_id = b.id
        WHERE b.jurisdiction_id = here AND b.staff_id = me');
      SELECT redress.relate_cases('cases_mediating', 'SELECT m.complaint_id FROM redress.mediation m
        WHERE m.jurisdiction_id = here AND m.mediator_id = me');
      SELECT redress.relate_cases('cases_team', 'SELECT t.complaint_id FROM redress.incident_team t
        WHERE t.jurisdiction_id = here AND t.staff_id = me AND t.until_at IS NULL AND t.complaint_id IS NOT NULL');
      -- These two go by the case alone: it stands on an agenda; what is recommended as policy rests on it.
      SELECT redress.relate_cases('cases_agenda', 'SELECT DISTINCT i.complaint_id FROM redress.agenda_item i
        WHERE i.jurisdiction_id = here AND i.complaint_id IS NOT NULL');
      SELECT redress.relate_cases('cases_policy', 'SELECT b.complaint_id FROM redress.policy_basis b
        WHERE b.jurisdiction_id = here UNION SELECT s.complaint_id FROM redress.policy_step s
        WHERE s.jurisdiction_id = here AND s.complaint_id IS NOT NULL');

      -- Whether the case is there and no wall hides it from whoever this transaction runs for, whatever their role: what somebody
      -- without a relation to a case may be told of it, to declare a conflict in it.
      CREATE FUNCTION redress.stands_open(of_case uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      DECLARE
        whoever text := coalesce(current_setting('redress.staff', true), '');
        sees boolean := whoever = '' OR redress.sees_sealed();
        open boolean;
      BEGIN
        PERFORM set_config('redress.staff', '', true);
        SELECT NOT EXISTS (SELECT FROM redress.recusal wall WHERE wall.jurisdiction_id = c.jurisdiction_id
              AND wall.complaint_id = c.id AND wall.staff_id = nullif(whoever, '')::uuid)
            AND (sees OR NOT EXISTS (SELECT FROM redress.sealing seal WHERE seal.jurisdiction_id = c.jurisdiction_id
              AND seal.complaint_id = c.id AND seal.lifted_at IS NULL))
          INTO open FROM redress.complaint c WHERE c.jurisdiction_id = redress.current_jurisdiction() AND c.id = of_case;
        PERFORM set_config('redress.staff', whoever, true);
        RETURN coalesce(open, false);
      END $$;

      -- Holds such a case until the transaction ends, as anybody who changes it does. Nothing of it is changed but its version.
      CREATE FUNCTION redress.hold_open_case(of_case uuid)
        RETURNS TABLE (status text, kind text, charter_id uuid, anonymous boolean, shielded boolean) LANGUAGE plpgsql AS $$
      #variable_conflict use_column
      DECLARE whoever text := coalesce(current_setting('redress.staff', true), '');
      BEGIN
        IF NOT redress.stands_open(of_case) THEN RETURN; END IF;
        PERFORM set_config('redress.staff', '', true);
        RETURN QUERY UPDATE redress.complaint c SET version = version + 1
          WHERE c.jurisdiction_id = redress.current_jurisdiction() AND c.id = of_case
          RETURNING c.status, c.kind, c.charter_id, c.anonymous, c.shielded;
        PERFORM set_config('redress.staff', whoever, true);
      END $$;

      -- Decisions are taken down by triggers in their owner's name, whom row-level security binds too: as the office, then.
      CREATE OR REPLACE FUNCTION redress.take_decision(here uuid, of_case uuid, matter uuid, of_allegation uuid, what text, result text,
        source uuid, at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE whoever text := coalesce(current_setting('redress.staff', true), '');
      BEGIN
        PERFORM set_config('redress.staff', '', true);
        ${TAKE_DECISION}
        PERFORM set_config('redress.staff', whoever, true);
      END $$;

      CREATE INDEX board_member_by_staff ON redress.board_member (jurisdiction_id, staff_id);
      CREATE INDEX panel_member_by_member ON redress.panel_member (jurisdiction_id, member_id, complaint_id);
      CREATE INDEX incident_team_by_person ON redress.incident_team (jurisdiction_id, staff_id, complaint_id) WHERE until_at IS NULL;
      CREATE INDEX agenda_item_by_case ON redress.agenda_item (jurisdiction_id, complaint_id) WHERE complaint_id IS NOT NULL;
    `);
  }

  /** With them go the policies that ask them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX redress.agenda_item_by_case; DROP INDEX redress.incident_team_by_person;
      DROP INDEX redress.panel_member_by_member; DROP INDEX redress.board_member_by_staff;
      CREATE OR REPLACE FUNCTION redress.take_decision(here uuid, of_case uuid, matter uuid, of_allegation uuid, what text, result text,
        source uuid, at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        ${TAKE_DECISION}
      END $$;
      DROP FUNCTION redress.hold_open_case(uuid); DROP FUNCTION redress.stands_open(uuid);
      DO $$ DECLARE written record; BEGIN
        FOR written IN SELECT polname, polrelid::regclass AS target FROM pg_policy WHERE polname = 'by_role' LOOP
          EXECUTE format('DROP POLICY %I ON %s', written.polname, written.target);
        END LOOP;
      END $$;
      DROP FUNCTION redress.cases_policy(); DROP FUNCTION redress.cases_agenda(); DROP FUNCTION redress.cases_team();
      DROP FUNCTION redress.cases_mediating(); DROP FUNCTION redress.cases_panel(); DROP FUNCTION redress.cases_assigned();
      DROP FUNCTION redress.relate_cases(text, text); DROP FUNCTION redress.reached_cases(text[]);
      DROP FUNCTION redress.oneself_as(text[]); DROP FUNCTION redress.reaches_all(text[]);
    `);
  }
}
