import type { MigrationInterface, QueryRunner } from 'typeorm';
import { WALL_OF_SEALING, WALL_OF_SEALING_BEFORE } from './0067-wall-of-sealing.js';

/**
 * Break-glass (docs/decisions/0065): one person asks, another approves, and a case is open to the first for some hours, for
 * reading alone. The database keeps the times, the persons apart, the recusal wall whole, and the public's count.
 */
export class BreakGlass0067 implements MigrationInterface {
  name = 'BreakGlass1700000000067';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OPENING);
    await runner.query(COURSE);
    await runner.query(IN_HAND);
    await runner.query(WALL_OF_SEALING);
    await runner.query(COUNT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(COUNT_GONE);
    await runner.query(WALL_OF_SEALING_BEFORE);
    await runner.query(`
      DROP FUNCTION redress.cases_glass(); DROP FUNCTION redress.glass_open(uuid); DROP FUNCTION redress.glass_case();
      DROP FUNCTION redress.glass_in_hand();
      DROP TABLE redress.glass_opening; DROP FUNCTION redress.guard_glass(); DROP FUNCTION redress.through_glass();
    `);
  }
}

const OPENING = `
  -- Whether this transaction reads through an opening: the guard says of which case, having put it on record. Without that
  -- word an opening opens nothing, so lists, counts and exports have nothing of it, and no look goes unrecorded.
  CREATE FUNCTION redress.through_glass() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT coalesce(current_setting('redress.glass', true), '') <> '' $$;

  CREATE TABLE redress.glass_opening (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    -- NULL: there is no such case. It is kept all the same, so that who asks cannot tell; nobody is shown it.
    complaint_id uuid,
    -- In force when it was asked
    charter_id uuid NOT NULL,
    hours integer NOT NULL CHECK (hours > 0),
    reason_cipher bytea NOT NULL,
    asked_by uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    -- Until when it may be approved
    lapses_at timestamptz NOT NULL CHECK (lapses_at > asked_at),
    decision text CHECK (decision IN ('approved', 'refused')),
    decision_cipher bytea,
    decided_by uuid,
    decided_at timestamptz CHECK (decided_at < lapses_at),
    opened_until timestamptz,
    ended_by uuid,
    ended_at timestamptz,
    review text CHECK (review IN ('right', 'not_right')),
    review_cipher bytea,
    reviewed_by uuid,
    reviewed_at timestamptz,
    PRIMARY KEY (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, charter_id) REFERENCES redress.charter,
    FOREIGN KEY (jurisdiction_id, asked_by) REFERENCES redress.staff,
    FOREIGN KEY (jurisdiction_id, decided_by) REFERENCES redress.staff,
    FOREIGN KEY (jurisdiction_id, ended_by) REFERENCES redress.staff,
    FOREIGN KEY (jurisdiction_id, reviewed_by) REFERENCES redress.staff,
    CONSTRAINT glass_opened_by_another CHECK (decided_by <> asked_by),
    CONSTRAINT glass_reviewed_by_a_third CHECK (reviewed_by <> asked_by AND reviewed_by <> decided_by),
    CHECK (num_nonnulls(decision, decision_cipher, decided_by, decided_at) IN (0, 4)),
    -- No case, no opening; and it ends by itself, at the latest when the hours that were asked for are over.
    CHECK (decision IS NULL OR complaint_id IS NOT NULL),
    CHECK ((opened_until IS NOT NULL) = (decision IS NOT DISTINCT FROM 'approved')),
    CHECK (opened_until <= decided_at + make_interval(hours => hours)),
    CHECK (num_nonnulls(ended_by, ended_at) IN (0, 2)),
    CHECK (num_nonnulls(review, review_cipher, reviewed_by, reviewed_at) IN (0, 4)),
    CHECK (review IS NULL OR decision IS NOT DISTINCT FROM 'approved')
  );
  CREATE INDEX glass_opening_by_case ON redress.glass_opening (jurisdiction_id, complaint_id, asked_by);
  CREATE INDEX glass_opening_by_asker ON redress.glass_opening (jurisdiction_id, asked_by, asked_at);

  -- The wall of recusal, as everywhere. That of sealing opens to who asked while it is open: by that row the others open.
  -- To ask redress.glass_case() here, as the other tables do, would go round in a circle.
  SELECT redress.protect_unsealed('redress.glass_opening', 'complaint_id');
  CREATE POLICY sealing_wall ON redress.glass_opening AS RESTRICTIVE
    USING ((SELECT redress.current_staff()) IS NULL OR (SELECT redress.sees_sealed()) OR complaint_id IS NULL
      OR (asked_by = (SELECT redress.current_staff()) AND ended_at IS NULL AND opened_until > now())
      OR NOT EXISTS (SELECT FROM redress.sealing seal
        WHERE seal.jurisdiction_id = (SELECT redress.current_jurisdiction())
          AND seal.complaint_id = glass_opening.complaint_id AND seal.lifted_at IS NULL));
  CREATE POLICY of_some_case ON redress.glass_opening AS RESTRICTIVE
    USING ((SELECT redress.current_staff()) IS NULL OR complaint_id IS NOT NULL)
    WITH CHECK (((SELECT redress.current_staff()) IS NULL OR complaint_id IS NOT NULL) AND NOT (SELECT redress.through_glass()));
  REVOKE UPDATE ON redress.glass_opening FROM redress_app;
  GRANT UPDATE (decision, decision_cipher, decided_by, ended_by, review, review_cipher, reviewed_by)
    ON redress.glass_opening TO redress_app;
`;

const COURSE = `
  -- Times are the database's own, whatever the program says; each step is taken once, in time, and by who it says.
  CREATE FUNCTION redress.guard_glass() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE terms jsonb; fault text;
  BEGIN
    IF TG_OP = 'INSERT' THEN
      SELECT c.id, c.document -> 'breakGlass' INTO STRICT NEW.charter_id, terms
        FROM redress.charter c JOIN redress.jurisdiction j ON j.id = c.jurisdiction_id
       WHERE c.jurisdiction_id = NEW.jurisdiction_id AND c.effective_from <= (now() AT TIME ZONE j.time_zone)::date
       ORDER BY c.version DESC LIMIT 1;
      NEW.asked_at := now();
      -- A charter that is older than the question has the generic hours.
      NEW.lapses_at := now() + make_interval(hours => coalesce((terms ->> 'answerHours')::integer, 24));
      IF NEW.hours > coalesce((terms ->> 'longestHours')::integer, 8) THEN fault := 'longer than the charter allows';
      ELSIF num_nonnulls(NEW.decision, NEW.decided_by, NEW.opened_until, NEW.ended_by, NEW.reviewed_by) > 0 THEN
        fault := 'it begins as a question';
      END IF;
    ELSIF EXISTS (SELECT FROM redress.erasure_in_hand e
      WHERE e.jurisdiction_id = OLD.jurisdiction_id AND e.complaint_id = OLD.complaint_id) THEN
      RETURN NEW;
    ELSE
      IF (NEW.jurisdiction_id, NEW.id, NEW.complaint_id, NEW.charter_id, NEW.hours, NEW.reason_cipher, NEW.asked_by, NEW.asked_at, NEW.lapses_at)
        IS DISTINCT FROM (OLD.jurisdiction_id, OLD.id, OLD.complaint_id, OLD.charter_id, OLD.hours, OLD.reason_cipher, OLD.asked_by, OLD.asked_at, OLD.lapses_at)
      THEN fault := 'what was asked stands'; END IF;

      IF (NEW.decision, NEW.decision_cipher, NEW.decided_by) IS DISTINCT FROM (OLD.decision, OLD.decision_cipher, OLD.decided_by) THEN
        NEW.decided_at := now();
        IF NEW.decision = 'approved' THEN NEW.opened_until := now() + make_interval(hours => NEW.hours); END IF;
        IF OLD.decision IS NOT NULL OR OLD.ended_at IS NOT NULL OR OLD.lapses_at <= now() THEN fault := 'it is too late';
        ELSIF NEW.decided_by IS DISTINCT FROM redress.current_staff() THEN fault := 'another decides';
        -- By row-level security: who approves sees the case, and by themselves.
        ELSIF redress.through_glass() OR NOT EXISTS (SELECT FROM redress.complaint c
          WHERE c.jurisdiction_id = NEW.jurisdiction_id AND c.id = NEW.complaint_id) THEN fault := 'not seen by who decides';
        ELSIF NEW.decision = 'approved' AND EXISTS (SELECT FROM redress.recusal r WHERE r.jurisdiction_id = NEW.jurisdiction_id
          AND r.complaint_id = NEW.complaint_id AND r.staff_id = NEW.asked_by) THEN fault := 'recused';
        ELSIF NEW.decision = 'approved' AND EXISTS (SELECT FROM redress.glass_opening g WHERE g.jurisdiction_id = NEW.jurisdiction_id
          AND g.complaint_id = NEW.complaint_id AND g.asked_by = NEW.asked_by AND g.id <> NEW.id
          AND g.ended_at IS NULL AND g.opened_until > now()) THEN fault := 'open already';
        END IF;
      ELSE
        NEW.decided_at := OLD.decided_at; NEW.opened_until := OLD.opened_until;
      END IF;

      IF NEW.ended_by IS DISTINCT FROM OLD.ended_by THEN
        NEW.ended_at := now();
        IF OLD.ended_at IS NOT NULL OR coalesce(OLD.opened_until, OLD.lapses_at) <= now() THEN fault := 'it is over'; END IF;
      ELSE
        NEW.ended_at := OLD.ended_at;
      END IF;

      IF (NEW.review, NEW.review_cipher, NEW.reviewed_by) IS DISTINCT FROM (OLD.review, OLD.review_cipher, OLD.reviewed_by) THEN
        NEW.reviewed_at := now();
        IF OLD.reviewed_at IS NOT NULL OR (OLD.ended_at IS NULL AND OLD.opened_until > now()) THEN fault := 'not to be reviewed now';
        ELSIF NEW.reviewed_by IS DISTINCT FROM redress.current_staff() THEN fault := 'another reviews';
        END IF;
      ELSE
        NEW.reviewed_at := OLD.reviewed_at;
      END IF;
    END IF;
    IF fault IS NOT NULL THEN RAISE EXCEPTION 'glass_opening: %', fault USING ERRCODE = 'RD065'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER guard_glass BEFORE INSERT OR UPDATE ON redress.glass_opening
    FOR EACH ROW EXECUTE FUNCTION redress.guard_glass();
  CREATE TRIGGER append_only BEFORE DELETE ON redress.glass_opening
    FOR EACH ROW EXECUTE FUNCTION redress.refuse_rewrite();
  CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON redress.glass_opening
    FOR EACH STATEMENT EXECUTE FUNCTION redress.refuse_rewrite();
`;

const IN_HAND = `
  -- The opening that is open to this person, now, of the case that the transaction names; NULL when there is none. Who is
  -- recused does not see the row. What was sealed afterwards was not what somebody approved.
  CREATE FUNCTION redress.glass_in_hand() RETURNS uuid LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
  DECLARE named uuid := nullif(current_setting('redress.glass', true), '')::uuid;
  BEGIN
    IF named IS NULL THEN RETURN NULL; END IF;
    RETURN (SELECT g.id FROM redress.glass_opening g
      WHERE g.jurisdiction_id = redress.current_jurisdiction() AND g.complaint_id = named
        AND g.asked_by = redress.current_staff() AND g.decision = 'approved' AND g.ended_at IS NULL AND g.opened_until > now()
        AND NOT EXISTS (SELECT FROM redress.sealing seal WHERE seal.jurisdiction_id = g.jurisdiction_id
          AND seal.complaint_id = named AND seal.lifted_at IS NULL AND seal.sealed_at > g.decided_at)
      ORDER BY g.opened_until DESC LIMIT 1);
  END $$;
  CREATE FUNCTION redress.glass_case() RETURNS uuid LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
  BEGIN
    IF redress.glass_in_hand() IS NULL THEN RETURN NULL; END IF;
    RETURN current_setting('redress.glass')::uuid;
  END $$;
  -- The same as one of the ways to stand to a case (migration 0068): the case, or no row.
  CREATE FUNCTION redress.cases_glass() RETURNS SETOF uuid LANGUAGE sql STABLE AS
    $$ SELECT opened FROM redress.glass_case() AS opened WHERE opened IS NOT NULL $$;
  -- For policies of other tables than glass_opening: whether rows of this case are open to be read so.
  CREATE FUNCTION redress.glass_open(complaint_id uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT coalesce($1 = (SELECT redress.glass_case()), false) $$;
`;

const COUNT = `
  -- How often, by the year in which it was asked; nothing that says which case, nor when in the year.
  CREATE TABLE published.break_glass (
    jurisdiction text NOT NULL,
    year integer NOT NULL,
    asked integer NOT NULL DEFAULT 0,
    approved integer NOT NULL DEFAULT 0 CHECK (approved <= asked),
    not_right integer NOT NULL DEFAULT 0 CHECK (not_right <= approved),
    PRIMARY KEY (jurisdiction, year)
  );
  GRANT SELECT ON published.break_glass TO redress_public;

  -- Counted by the database with the step itself. As its maker: the application's role may not touch the count.
  CREATE FUNCTION redress.count_glass() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
  DECLARE place record; approvals integer := 0; wrongs integer := 0;
  BEGIN
    SELECT j.slug, extract(year FROM NEW.asked_at AT TIME ZONE j.time_zone)::integer AS year INTO STRICT place
      FROM redress.jurisdiction j WHERE j.id = NEW.jurisdiction_id;
    IF TG_OP = 'INSERT' THEN
      INSERT INTO published.break_glass AS told (jurisdiction, year, asked) VALUES (place.slug, place.year, 1)
        ON CONFLICT (jurisdiction, year) DO UPDATE SET asked = told.asked + 1;
      RETURN NULL;
    END IF;
    IF OLD.decision IS NULL AND NEW.decision = 'approved' THEN approvals := 1; END IF;
    IF OLD.review IS NULL AND NEW.review = 'not_right' THEN wrongs := 1; END IF;
    IF approvals + wrongs > 0 THEN
      UPDATE published.break_glass SET approved = approved + approvals, not_right = not_right + wrongs
       WHERE jurisdiction = place.slug AND year = place.year;
    END IF;
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION redress.count_glass() FROM PUBLIC;
  CREATE TRIGGER count_glass AFTER INSERT OR UPDATE ON redress.glass_opening
    FOR EACH ROW EXECUTE FUNCTION redress.count_glass();
`;
const COUNT_GONE = `
  DROP TRIGGER count_glass ON redress.glass_opening; DROP FUNCTION redress.count_glass(); DROP TABLE published.break_glass;
`;
