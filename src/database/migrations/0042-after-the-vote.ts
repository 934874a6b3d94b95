import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORDED = `
  -- How a recommendation reached whoever is to answer it. What is on the paper, and who took it, is sealed.
  CREATE TABLE redress.recommendation_delivery (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    recommendation_id uuid NOT NULL,
    -- A code of the charter
    way text NOT NULL,
    delivered_at timestamptz NOT NULL,
    -- Who took it, the hash of what was handed over, what proves it: JSON
    details_cipher bytea NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL CHECK (recorded_at >= delivered_at),
    supersedes uuid CHECK (supersedes <> id),
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, recommendation_id, id),
    UNIQUE (jurisdiction_id, supersedes),
    FOREIGN KEY (jurisdiction_id, complaint_id, recommendation_id)
      REFERENCES redress.recommendation (jurisdiction_id, complaint_id, id),
    FOREIGN KEY (jurisdiction_id, recommendation_id, supersedes)
      REFERENCES redress.recommendation_delivery (jurisdiction_id, recommendation_id, id),
    FOREIGN KEY (jurisdiction_id, recorded_by) REFERENCES redress.staff
  );
  CREATE UNIQUE INDEX delivered_first_once ON redress.recommendation_delivery (jurisdiction_id, recommendation_id)
    WHERE supersedes IS NULL;
  SELECT redress.protect('redress.recommendation_delivery', 'complaint_id');
  SELECT redress.append_only('redress.recommendation_delivery');

  -- What the charter has follow when the chief departs, or does not answer: talks, a referral. Each step once.
  CREATE TABLE redress.escalation (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    recommendation_id uuid NOT NULL,
    step text NOT NULL,
    begun_on date NOT NULL,
    due_on date NOT NULL CHECK (due_on >= begun_on),
    begun_by uuid NOT NULL,
    begun_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, complaint_id, id),
    UNIQUE (jurisdiction_id, recommendation_id, step),
    FOREIGN KEY (jurisdiction_id, complaint_id, recommendation_id)
      REFERENCES redress.recommendation (jurisdiction_id, complaint_id, id),
    FOREIGN KEY (jurisdiction_id, begun_by) REFERENCES redress.staff
  );
  SELECT redress.protect('redress.escalation', 'complaint_id');
  SELECT redress.append_only('redress.escalation');
  CREATE TABLE redress.escalation_end (
    jurisdiction_id uuid NOT NULL,
    escalation_id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('agreed', 'not_agreed', 'decided')),
    discipline_kind text,
    discipline_days integer CHECK (discipline_days > 0),
    reasons_cipher bytea NOT NULL,
    ended_on date NOT NULL,
    ended_by uuid NOT NULL,
    ended_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, escalation_id),
    FOREIGN KEY (jurisdiction_id, complaint_id, escalation_id) REFERENCES redress.escalation (jurisdiction_id, complaint_id, id),
    FOREIGN KEY (jurisdiction_id, ended_by) REFERENCES redress.staff,
    CHECK (outcome <> 'not_agreed' OR discipline_kind IS NULL),
    CHECK (discipline_kind IS NOT NULL OR discipline_days IS NULL)
  );
  SELECT redress.protect('redress.escalation_end', 'complaint_id');
  SELECT redress.append_only('redress.escalation_end');

  -- The officer's own way: grievance, arbitration, civil service. Filed with another body; what it decides is recorded.
  CREATE TABLE redress.officer_appeal (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    allegation_id uuid NOT NULL,
    route text NOT NULL,
    filed_on date NOT NULL,
    -- The last day by the charter; NULL: it sets none. Whether a late one is heard is for the other body to say.
    until_day date,
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, complaint_id, allegation_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id, allegation_id) REFERENCES redress.allegation (jurisdiction_id, complaint_id, id),
    FOREIGN KEY (jurisdiction_id, recorded_by) REFERENCES redress.staff
  );
  SELECT redress.protect('redress.officer_appeal', 'complaint_id');
  SELECT redress.append_only('redress.officer_appeal');
  CREATE TABLE redress.officer_award (
    jurisdiction_id uuid NOT NULL,
    appeal_id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    allegation_id uuid NOT NULL,
    -- A code of the charter, and what it does to the discipline
    outcome text NOT NULL,
    effect text NOT NULL CHECK (effect IN ('uphold', 'reduce', 'reverse')),
    discipline_kind text,
    discipline_days integer CHECK (discipline_days > 0),
    reasons_cipher bytea NOT NULL,
    decided_on date NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, appeal_id),
    FOREIGN KEY (jurisdiction_id, complaint_id, allegation_id, appeal_id)
      REFERENCES redress.officer_appeal (jurisdiction_id, complaint_id, allegation_id, id),
    FOREIGN KEY (jurisdiction_id, recorded_by) REFERENCES redress.staff,
    CHECK ((effect = 'reduce') = (discipline_kind IS NOT NULL)),
    CHECK (discipline_kind IS NOT NULL OR discipline_days IS NULL)
  );
  SELECT redress.protect('redress.officer_award', 'complaint_id');
  SELECT redress.append_only('redress.officer_award');

  -- What was imposed may be taken away: then nothing stands in its place.
  ALTER TABLE redress.discipline ALTER COLUMN kind DROP NOT NULL,
    ADD CONSTRAINT nothing_takes_the_place_of_something
      CHECK (kind IS NOT NULL OR (stage = 'imposed' AND supersedes IS NOT NULL AND days IS NULL));

  -- Until when who complained may ask the board to think again: said when the case is closed, by the law of that day.
  ALTER TABLE redress.closing ADD COLUMN reconsider_until date;
`;

const RECONSIDERED = `
  CREATE TABLE redress.reconsideration (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    asked_by text NOT NULL CHECK (asked_by IN ('complainant', 'chief', 'board')),
    -- Of which closing; once each
    closing_id uuid,
    -- A code of the charter
    ground text,
    grounds_cipher bytea NOT NULL,
    -- NULL: by the person themselves, and then no time finer than the hour
    taken_by uuid,
    asked_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, complaint_id, id),
    UNIQUE (jurisdiction_id, closing_id),
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, complaint_id, closing_id) REFERENCES redress.closing (jurisdiction_id, complaint_id, id),
    FOREIGN KEY (jurisdiction_id, taken_by) REFERENCES redress.staff,
    CHECK (asked_by <> 'complainant' OR closing_id IS NOT NULL),
    CHECK (taken_by IS NOT NULL OR (asked_by = 'complainant' AND asked_at = date_trunc('hour', asked_at)))
  );
  CREATE INDEX reconsideration_by_complaint ON redress.reconsideration (jurisdiction_id, complaint_id);
  SELECT redress.protect('redress.reconsideration', 'complaint_id');
  SELECT redress.append_only('redress.reconsideration');
  -- The case is before the board once more.
  CREATE TABLE redress.reconsideration_hearing (
    jurisdiction_id uuid NOT NULL,
    reconsideration_id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    from_status text NOT NULL CHECK (from_status IN ('with_chief', 'closed')),
    brought_by uuid NOT NULL,
    brought_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, reconsideration_id),
    FOREIGN KEY (jurisdiction_id, complaint_id, reconsideration_id)
      REFERENCES redress.reconsideration (jurisdiction_id, complaint_id, id),
    FOREIGN KEY (jurisdiction_id, brought_by) REFERENCES redress.staff
  );
  SELECT redress.protect('redress.reconsideration_hearing', 'complaint_id');
  SELECT redress.append_only('redress.reconsideration_hearing');
  CREATE TABLE redress.reconsideration_end (
    jurisdiction_id uuid NOT NULL,
    reconsideration_id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    -- Not heard at all; heard, and what was decided stands; or does not
    outcome text NOT NULL CHECK (outcome IN ('refused', 'stands', 'changed')),
    motion_id uuid,
    reasons_cipher bytea NOT NULL,
    decided_by uuid NOT NULL,
    decided_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, reconsideration_id),
    FOREIGN KEY (jurisdiction_id, complaint_id, reconsideration_id)
      REFERENCES redress.reconsideration (jurisdiction_id, complaint_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id, motion_id) REFERENCES redress.motion (jurisdiction_id, complaint_id, id),
    FOREIGN KEY (jurisdiction_id, decided_by) REFERENCES redress.staff,
    CHECK ((outcome = 'refused') = (motion_id IS NULL))
  );
  SELECT redress.protect('redress.reconsideration_end', 'complaint_id');
  SELECT redress.append_only('redress.reconsideration_end');

  -- The board thinks again by a vote of its own, taken since the case came back to it, and by nothing else.
  CREATE FUNCTION redress.refuse_unvoted_reconsideration() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.outcome = 'refused' THEN
      IF EXISTS (SELECT FROM redress.reconsideration_hearing h WHERE h.jurisdiction_id = NEW.jurisdiction_id
          AND h.reconsideration_id = NEW.reconsideration_id) THEN
        RAISE EXCEPTION 'the case is before the board, which decides' USING ERRCODE = '23514';
      END IF;
    ELSIF NOT EXISTS (SELECT FROM redress.motion o
        JOIN redress.reconsideration_hearing h ON h.jurisdiction_id = o.jurisdiction_id AND h.reconsideration_id = NEW.reconsideration_id
       WHERE o.jurisdiction_id = NEW.jurisdiction_id AND o.id = NEW.motion_id AND o.status = 'carried' AND o.moved_at >= h.brought_at) THEN
      RAISE EXCEPTION 'the board has not voted on it' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER refuse_unvoted_reconsideration BEFORE INSERT ON redress.reconsideration_end
    FOR EACH ROW EXECUTE FUNCTION redress.refuse_unvoted_reconsideration();
`;

const LEDGER = `
  -- Every decision on a matter, one behind the other: an allegation's findings and discipline, or a recommendation of another kind.
  -- The database itself writes it, from the rows in which the decisions were recorded; the application may not. A matter begins
  -- once, each decision is superseded once: so one stands, and the way to it is whole.
  CREATE TABLE redress.decision (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    -- The allegation, or the recommendation
    matter_id uuid NOT NULL,
    allegation_id uuid CHECK (allegation_id = matter_id),
    kind text NOT NULL CHECK (kind IN ('board_finding', 'board_recommendation', 'chief_answer', 'chief_finding', 'escalation',
      'officer_appeal', 'reconsideration')),
    outcome text NOT NULL,
    source_id uuid NOT NULL,
    decided_at timestamptz NOT NULL,
    supersedes uuid CHECK (supersedes <> id),
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, matter_id, id),
    UNIQUE (jurisdiction_id, supersedes),
    UNIQUE (jurisdiction_id, matter_id, kind, source_id),
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, complaint_id, allegation_id) REFERENCES redress.allegation (jurisdiction_id, complaint_id, id),
    FOREIGN KEY (jurisdiction_id, matter_id, supersedes) REFERENCES redress.decision (jurisdiction_id, matter_id, id)
  );
  CREATE UNIQUE INDEX decision_starts_once ON redress.decision (jurisdiction_id, matter_id) WHERE supersedes IS NULL;
  CREATE INDEX decision_by_complaint ON redress.decision (jurisdiction_id, complaint_id);
  SELECT redress.protect('redress.decision', 'complaint_id');
  SELECT redress.append_only('redress.decision');
  REVOKE INSERT ON redress.decision FROM redress_app;

  CREATE FUNCTION redress.take_decision(here uuid, of_case uuid, matter uuid, of_allegation uuid, what text, result text,
    source uuid, at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    -- Of two at once the second waits, and sees the first.
    PERFORM FROM redress.complaint c WHERE c.jurisdiction_id = here AND c.id = of_case FOR NO KEY UPDATE;
    INSERT INTO redress.decision (jurisdiction_id, id, complaint_id, matter_id, allegation_id, kind, outcome, source_id, decided_at, supersedes)
    VALUES (here, gen_random_uuid(), of_case, matter, of_allegation, what, result, source, at,
      (SELECT d.id FROM redress.decision d WHERE d.jurisdiction_id = here AND d.matter_id = matter AND NOT EXISTS
        (SELECT FROM redress.decision later WHERE later.jurisdiction_id = here AND later.supersedes = d.id)));
  END $$;
  REVOKE ALL ON FUNCTION redress.take_decision(uuid, uuid, uuid, uuid, text, text, uuid, timestamptz) FROM PUBLIC;

  CREATE FUNCTION redress.finding_is_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    PERFORM redress.take_decision(NEW.jurisdiction_id, NEW.complaint_id, NEW.allegation_id, NEW.allegation_id,
      NEW.stage || '_finding', NEW.finding, NEW.id, NEW.recorded_at);
    RETURN NULL;
  END $$;
  CREATE TRIGGER finding_is_decision AFTER INSERT ON redress.finding
    FOR EACH ROW WHEN (NEW.stage IN ('board', 'chief')) EXECUTE FUNCTION redress.finding_is_decision();

  CREATE FUNCTION redress.recommendation_is_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
  DECLARE of_allegation uuid := CASE WHEN NEW.kind = 'discipline' THEN NEW.allegation_id END;
  BEGIN
    PERFORM redress.take_decision(NEW.jurisdiction_id, NEW.complaint_id, coalesce(of_allegation, NEW.id), of_allegation,
      'board_recommendation', NEW.kind, NEW.id, NEW.sent_at);
    RETURN NULL;
  END $$;
  CREATE TRIGGER recommendation_is_decision AFTER INSERT ON redress.recommendation
    FOR EACH ROW EXECUTE FUNCTION redress.recommendation_is_decision();

  CREATE FUNCTION redress.answer_is_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
  DECLARE sent redress.recommendation; of_allegation uuid;
  BEGIN
    SELECT * INTO STRICT sent FROM redress.recommendation r
     WHERE r.jurisdiction_id = NEW.jurisdiction_id AND r.id = NEW.recommendation_id;
    of_allegation := CASE WHEN sent.kind = 'discipline' THEN sent.allegation_id END;
    PERFORM redress.take_decision(NEW.jurisdiction_id, NEW.complaint_id, coalesce(of_allegation, sent.id), of_allegation,
      'chief_answer', NEW.answer, NEW.id, NEW.answered_at);
    RETURN NULL;
  END $$;
  CREATE TRIGGER answer_is_decision AFTER INSERT ON redress.chief_answer
    FOR EACH ROW EXECUTE FUNCTION redress.answer_is_decision();

  CREATE FUNCTION redress.escalation_is_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
  DECLARE sent redress.recommendation; of_allegation uuid;
  BEGIN
    SELECT r.* INTO STRICT sent FROM redress.escalation e JOIN redress.recommendation r
        ON r.jurisdiction_id = e.jurisdiction_id AND r.id = e.recommendation_id
     WHERE e.jurisdiction_id = NEW.jurisdiction_id AND e.id = NEW.escalation_id;
    of_allegation := CASE WHEN sent.kind = 'discipline' THEN sent.allegation_id END;
    PERFORM redress.take_decision(NEW.jurisdiction_id, NEW.complaint_id, coalesce(of_allegation, sent.id), of_allegation,
      'escalation', NEW.outcome, NEW.escalation_id, NEW.ended_at);
    RETURN NULL;
  END $$;
  CREATE TRIGGER escalation_is_decision AFTER INSERT ON redress.escalation_end
    FOR EACH ROW WHEN (NEW.outcome <> 'not_agreed') EXECUTE FUNCTION redress.escalation_is_decision();

  CREATE FUNCTION redress.award_is_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    PERFORM redress.take_decision(NEW.jurisdiction_id, NEW.complaint_id, NEW.allegation_id, NEW.allegation_id,
      'officer_appeal', NEW.outcome, NEW.appeal_id, NEW.recorded_at);
    RETURN NULL;
  END $$;
  CREATE TRIGGER award_is_decision AFTER INSERT ON redress.officer_award
    FOR EACH ROW EXECUTE FUNCTION redress.award_is_decision();

  -- On each allegation that was decided on; where the board's motion was about one alone, on that one.
  CREATE FUNCTION redress.reconsideration_is_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
  DECLARE decided record; voted uuid;
  BEGIN
    SELECT o.allegation_id INTO voted FROM redress.motion o
     WHERE o.jurisdiction_id = NEW.jurisdiction_id AND o.id = NEW.motion_id;
    FOR decided IN SELECT DISTINCT d.allegation_id FROM redress.decision d WHERE d.jurisdiction_id = NEW.jurisdiction_id
        AND d.complaint_id = NEW.complaint_id AND d.allegation_id IS NOT NULL AND (voted IS NULL OR d.allegation_id = voted)
    LOOP
      PERFORM redress.take_decision(NEW.jurisdiction_id, NEW.complaint_id, decided.allegation_id, decided.allegation_id,
        'reconsideration', NEW.outcome, NEW.reconsideration_id, NEW.decided_at);
    END LOOP;
    RETURN NULL;
  END $$;
  CREATE TRIGGER reconsideration_is_decision AFTER INSERT ON redress.reconsideration_end
    FOR EACH ROW EXECUTE FUNCTION redress.reconsideration_is_decision();
  DO $$ DECLARE name text; BEGIN
    FOREACH name IN ARRAY ARRAY['finding', 'recommendation', 'answer', 'escalation', 'award', 'reconsideration'] LOOP
      EXECUTE format('REVOKE ALL ON FUNCTION redress.%I() FROM PUBLIC', name || '_is_decision');
    END LOOP;
  END $$;
`;

/** What was decided before there was a ledger stands in it too, in the order of its time. */
export const DECIDED_BEFORE = `
  ALTER TABLE redress.finding NO FORCE ROW LEVEL SECURITY; ALTER TABLE redress.recommendation NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE redress.chief_answer NO FORCE ROW LEVEL SECURITY; ALTER TABLE redress.decision NO FORCE ROW LEVEL SECURITY;
  WITH sent AS (
    SELECT r.*, CASE WHEN r.kind = 'discipline' THEN r.allegation_id END AS matter_allegation FROM redress.recommendation r
  ), told AS MATERIALIZED (
    SELECT f.jurisdiction_id, gen_random_uuid() AS id, f.complaint_id, f.allegation_id AS matter_id, f.allegation_id,
           f.stage || '_finding' AS kind, f.finding AS outcome, f.id AS source_id, f.recorded_at AS decided_at,
           CASE f.stage WHEN 'board' THEN 1 ELSE 4 END AS rank
      FROM redress.finding f WHERE f.stage IN ('board', 'chief')
    UNION ALL SELECT s.jurisdiction_id, gen_random_uuid(), s.complaint_id, coalesce(s.matter_allegation, s.id), s.matter_allegation,
           'board_recommendation', s.kind, s.id, s.sent_at, 2 FROM sent s
    UNION ALL SELECT a.jurisdiction_id, gen_random_uuid(), a.complaint_id, coalesce(s.matter_allegation, s.id), s.matter_allegation,
           'chief_answer', a.answer, a.id, a.answered_at, 3
      FROM redress.chief_answer a JOIN sent s ON s.jurisdiction_id = a.jurisdiction_id AND s.id = a.recommendation_id
  )
  INSERT INTO redress.decision (jurisdiction_id, id, complaint_id, matter_id, allegation_id, kind, outcome, source_id, decided_at, supersedes)
  SELECT jurisdiction_id, id, complaint_id, matter_id, allegation_id, kind, outcome, source_id, decided_at,
         lag(id) OVER (PARTITION BY jurisdiction_id, matter_id ORDER BY decided_at, rank, source_id)
    FROM told;
  ALTER TABLE redress.finding FORCE ROW LEVEL SECURITY; ALTER TABLE redress.recommendation FORCE ROW LEVEL SECURITY;
  ALTER TABLE redress.chief_answer FORCE ROW LEVEL SECURITY; ALTER TABLE redress.decision FORCE ROW LEVEL SECURITY;
`;

const PUBLISHED = `
  -- Answers that are overdue, as the public is told. Nothing here leads to a case but its number, where the charter has numbers told.
  CREATE TABLE published.overdue_answers (
    jurisdiction text PRIMARY KEY,
    jurisdiction_name text NOT NULL,
    as_of date NOT NULL,
    by_number boolean NOT NULL,
    -- NULL: so few that who knows of one case would learn of it
    count integer,
    fewer_than integer,
    -- Of each, in no order of cases
    days_overdue integer[],
    CHECK (num_nonnulls(count, fewer_than) = 1),
    CHECK (days_overdue IS NULL OR (count IS NOT NULL AND cardinality(days_overdue) = count))
  );
  CREATE TABLE published.overdue_answer (
    jurisdiction text NOT NULL REFERENCES published.overdue_answers,
    case_number text NOT NULL,
    kind text NOT NULL,
    delivered_on date NOT NULL,
    due_on date NOT NULL,
    days_overdue integer NOT NULL CHECK (days_overdue > 0),
    -- Of several in one case
    position integer NOT NULL,
    PRIMARY KEY (jurisdiction, case_number, position)
  );
  GRANT SELECT ON published.overdue_answers, published.overdue_answer TO redress_public;
  GRANT SELECT, INSERT, UPDATE, DELETE ON published.overdue_answers, published.overdue_answer TO redress_app;

  -- A case that is destroyed or sealed leaves at once; the next run counts anew.
  CREATE FUNCTION redress.withhold_overdue_answer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
  DECLARE place text; number text; gone integer; whoever uuid := redress.current_staff();
  BEGIN
    PERFORM set_config('redress.staff', '', true);
    SELECT j.slug, c.case_number INTO place, number FROM redress.complaint c JOIN redress.jurisdiction j ON j.id = c.jurisdiction_id
     WHERE c.jurisdiction_id = NEW.jurisdiction_id AND c.id = NEW.complaint_id;
    PERFORM set_config('redress.staff', coalesce(whoever::text, ''), true);
    DELETE FROM published.overdue_answer o WHERE o.jurisdiction = place AND o.case_number = number;
    GET DIAGNOSTICS gone = ROW_COUNT;
    UPDATE published.overdue_answers o SET count = o.count - gone, days_overdue = NULL WHERE o.jurisdiction = place AND gone > 0;
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION redress.withhold_overdue_answer() FROM PUBLIC;
  CREATE TRIGGER withhold_overdue_answer AFTER INSERT ON redress.tombstone
    FOR EACH ROW EXECUTE FUNCTION redress.withhold_overdue_answer();
  CREATE TRIGGER withhold_overdue_answer AFTER INSERT ON redress.sealing
    FOR EACH ROW EXECUTE FUNCTION redress.withhold_overdue_answer();
`;

/**
 * After the vote: proof of delivery, escalation, the officer's appeal, reconsideration, and the chain of decisions that they
 * make; answers that are overdue, for the public.
 */
export class AfterTheVote0042 implements MigrationInterface {
  name = 'AfterTheVote1700000000042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RECORDED);
    await runner.query(RECONSIDERED);
    await runner.query(LEDGER);
    await runner.query(DECIDED_BEFORE);
    await runner.query(PUBLISHED);
  }

  /** Refused by the old constraint where discipline was taken away. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER withhold_overdue_answer ON redress.sealing; DROP TRIGGER withhold_overdue_answer ON redress.tombstone;
      DROP FUNCTION redress.withhold_overdue_answer();
      DROP TABLE published.overdue_answer; DROP TABLE published.overdue_answers;
      DROP TRIGGER finding_is_decision ON redress.finding; DROP FUNCTION redress.finding_is_decision();
      DROP TRIGGER recommendation_is_decision ON redress.recommendation; DROP FUNCTION redress.recommendation_is_decision();
      DROP TRIGGER answer_is_decision ON redress.chief_answer; DROP FUNCTION redress.answer_is_decision();
      DROP TABLE redress.reconsideration_end; DROP FUNCTION redress.reconsideration_is_decision();
      DROP FUNCTION redress.refuse_unvoted_reconsideration();
      DROP TABLE redress.reconsideration_hearing; DROP TABLE redress.reconsideration;
      ALTER TABLE redress.closing DROP COLUMN reconsider_until;
      ALTER TABLE redress.discipline DROP CONSTRAINT nothing_takes_the_place_of_something, ALTER COLUMN kind SET NOT NULL;
      DROP TABLE redress.officer_award; DROP FUNCTION redress.award_is_decision(); DROP TABLE redress.officer_appeal;
      DROP TABLE redress.escalation_end; DROP FUNCTION redress.escalation_is_decision(); DROP TABLE redress.escalation;
      DROP TABLE redress.recommendation_delivery;
      DROP FUNCTION redress.take_decision(uuid, uuid, uuid, uuid, text, text, uuid, timestamptz);
      DROP TABLE redress.decision;
    `);
  }
}
