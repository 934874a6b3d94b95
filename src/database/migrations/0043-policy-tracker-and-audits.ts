import type { MigrationInterface, QueryRunner } from 'typeorm';

const GROUND = `
  -- A row that hangs on another belongs to that one's case: the database says so itself, so that no row stands outside the wall.
  -- Arguments: the parent's table, and the column that names the parent.
  CREATE FUNCTION redress.take_case_of() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE parent uuid := (to_jsonb(NEW) ->> TG_ARGV[1])::uuid; its_case uuid; found_rows bigint;
  BEGIN
    IF parent IS NULL THEN RETURN NEW; END IF;
    EXECUTE format('SELECT p.complaint_id FROM redress.%I p WHERE p.jurisdiction_id = $1 AND p.id = $2', TG_ARGV[0])
      INTO its_case USING NEW.jurisdiction_id, parent;
    GET DIAGNOSTICS found_rows = ROW_COUNT;
    IF found_rows = 0 THEN RAISE EXCEPTION 'nothing there to hang it on' USING ERRCODE = '23503'; END IF;
    NEW.complaint_id := its_case;
    RETURN NEW;
  END $$;
`;

const POLICY = `
  -- What the board asks of policy, apart from cases.
  CREATE TABLE redress.policy_recommendation (
    jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
    id uuid NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    charter_id uuid NOT NULL,
    -- A code of the charter
    kind text NOT NULL,
    addressed_to text NOT NULL CHECK (length(btrim(addressed_to)) > 0),
    -- The carried motion that it rests on; NULL: on a power of the agency's own, or on a case's recommendation
    motion_id uuid,
    words_cipher bytea NOT NULL,
    issued_on date NOT NULL,
    answer_due_on date NOT NULL CHECK (answer_due_on >= issued_on),
    status text NOT NULL CHECK (status IN ('awaiting_answer', 'unanswered', 'accepted', 'accepted_in_part', 'rejected',
      'implemented', 'partly_implemented', 'not_implemented', 'withdrawn')),
    written_by uuid NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, number),
    FOREIGN KEY (jurisdiction_id, charter_id) REFERENCES redress.charter,
    FOREIGN KEY (jurisdiction_id, motion_id) REFERENCES redress.motion,
    FOREIGN KEY (jurisdiction_id, written_by) REFERENCES redress.staff
  );
  SELECT redress.protect('redress.policy_recommendation');

  -- The cases that it rests on, each behind its own walls.
  CREATE TABLE redress.policy_basis (
    jurisdiction_id uuid NOT NULL,
    recommendation_id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    -- What was recommended in that case and is taken over
    case_recommendation_id uuid,
    PRIMARY KEY (jurisdiction_id, recommendation_id, complaint_id),
    FOREIGN KEY (jurisdiction_id, recommendation_id) REFERENCES redress.policy_recommendation,
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, case_recommendation_id) REFERENCES redress.recommendation
  );
  CREATE INDEX policy_basis_by_case ON redress.policy_basis (jurisdiction_id, complaint_id);
  SELECT redress.protect('redress.policy_basis', 'complaint_id');
  SELECT redress.append_only('redress.policy_basis');

  -- What happened to it since, one row each: the status is what the last of them made of it.
  CREATE TABLE redress.policy_step (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    recommendation_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('answer', 'extension', 'evidence', 'verification', 'withdrawal')),
    outcome text CHECK (outcome IN ('accepted', 'accepted_in_part', 'rejected', 'none', 'implemented', 'partly_implemented',
      'not_implemented')),
    -- Of an answer: by when it is to be done; of an extension: the new day to answer by
    due_on date,
    motion_id uuid,
    -- Evidence that lies in a case, and the row with it behind the case's walls
    complaint_id uuid,
    evidence_id uuid,
    words_cipher bytea,
    taken_on date NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, recommendation_id, id),
    FOREIGN KEY (jurisdiction_id, recommendation_id) REFERENCES redress.policy_recommendation,
    FOREIGN KEY (jurisdiction_id, motion_id) REFERENCES redress.motion,
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, complaint_id, evidence_id) REFERENCES redress.evidence_item (jurisdiction_id, complaint_id, id),
    FOREIGN KEY (jurisdiction_id, recorded_by) REFERENCES redress.staff,
    CHECK (CASE kind WHEN 'answer' THEN coalesce(outcome, '') IN ('accepted', 'accepted_in_part', 'rejected', 'none')
      WHEN 'verification' THEN coalesce(outcome, '') IN ('implemented', 'partly_implemented', 'not_implemented')
      ELSE outcome IS NULL END),
    -- Whoever says no, or takes it back, says why; only silence and a plain yes say nothing.
    CHECK (words_cipher IS NOT NULL OR coalesce(outcome, '') IN ('accepted', 'none') OR evidence_id IS NOT NULL),
    CHECK ((complaint_id IS NULL) = (evidence_id IS NULL)),
    CHECK (evidence_id IS NULL OR kind = 'evidence'),
    CHECK (kind <> 'extension' OR due_on IS NOT NULL)
  );
  CREATE INDEX policy_step_by_recommendation ON redress.policy_step (jurisdiction_id, recommendation_id, id);
  SELECT redress.protect('redress.policy_step', 'complaint_id');
  SELECT redress.append_only('redress.policy_step');

  -- Written for the public, of the recommendation (step_id NULL) or of one step; written anew, the one before stands in the record.
  CREATE TABLE redress.policy_public_text (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    recommendation_id uuid NOT NULL,
    step_id uuid,
    complaint_id uuid,
    words_cipher bytea NOT NULL,
    written_by uuid NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, recommendation_id) REFERENCES redress.policy_recommendation,
    FOREIGN KEY (jurisdiction_id, recommendation_id, step_id) REFERENCES redress.policy_step (jurisdiction_id, recommendation_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, written_by) REFERENCES redress.staff
  );
  CREATE INDEX policy_public_text_by_recommendation ON redress.policy_public_text (jurisdiction_id, recommendation_id, id);
  SELECT redress.protect('redress.policy_public_text', 'complaint_id');
  SELECT redress.append_only('redress.policy_public_text');
  CREATE TRIGGER take_case_of BEFORE INSERT ON redress.policy_public_text
    FOR EACH ROW EXECUTE FUNCTION redress.take_case_of('policy_step', 'step_id');

  CREATE TABLE redress.policy_publication (
    jurisdiction_id uuid NOT NULL,
    text_id uuid NOT NULL,
    complaint_id uuid,
    published_by uuid NOT NULL,
    published_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, text_id),
    FOREIGN KEY (jurisdiction_id, text_id) REFERENCES redress.policy_public_text,
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, published_by) REFERENCES redress.staff
  );
  SELECT redress.protect('redress.policy_publication', 'complaint_id');
  SELECT redress.append_only('redress.policy_publication');
  CREATE TRIGGER take_case_of BEFORE INSERT ON redress.policy_publication
    FOR EACH ROW EXECUTE FUNCTION redress.take_case_of('policy_public_text', 'text_id');

  -- Nobody publishes what they wrote any of: this text, or one before it of the same thing.
  CREATE FUNCTION redress.refuse_own_policy_text() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM redress.policy_public_text this JOIN redress.policy_public_text one
          ON one.jurisdiction_id = this.jurisdiction_id AND one.recommendation_id = this.recommendation_id
         AND one.step_id IS NOT DISTINCT FROM this.step_id
        WHERE this.jurisdiction_id = NEW.jurisdiction_id AND this.id = NEW.text_id AND one.written_by = NEW.published_by) THEN
      RAISE EXCEPTION 'a text for the public is published by somebody who wrote none of it' USING ERRCODE = 'RD046';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER refuse_own_policy_text BEFORE INSERT ON redress.policy_publication
    FOR EACH ROW EXECUTE FUNCTION redress.refuse_own_policy_text();

  CREATE TABLE published.policy_recommendation (
    id uuid PRIMARY KEY,
    jurisdiction text NOT NULL,
    jurisdiction_name text NOT NULL,
    time_zone text NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    addressed_to text NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    url text,
    issued_on date NOT NULL,
    answer_due_on date NOT NULL,
    status text NOT NULL,
    published_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    UNIQUE (jurisdiction, number)
  );
  CREATE INDEX policy_recommendation_by_change ON published.policy_recommendation (jurisdiction, changed_at DESC);
  -- That a step was taken, and when, is told with the recommendation; its words only once somebody published them.
  CREATE TABLE published.policy_step (
    id uuid PRIMARY KEY,
    recommendation_id uuid NOT NULL REFERENCES published.policy_recommendation,
    kind text NOT NULL,
    outcome text,
    due_on date,
    taken_on date NOT NULL,
    text text,
    url text
  );
  CREATE INDEX policy_step_by_recommendation ON published.policy_step (recommendation_id, id);
  GRANT SELECT ON published.policy_recommendation, published.policy_step TO redress_public;
  GRANT SELECT, INSERT, UPDATE ON published.policy_recommendation, published.policy_step TO redress_app;

  -- Words about evidence of a case go with the case. A seal that is lifted does not bring them back.
  CREATE FUNCTION redress.withhold_policy_evidence() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
  DECLARE steps uuid[]; whoever uuid := redress.current_staff();
  BEGIN
    PERFORM set_config('redress.staff', '', true);
    SELECT array_agg(s.id) INTO steps FROM redress.policy_step s
     WHERE s.jurisdiction_id = NEW.jurisdiction_id AND s.complaint_id = NEW.complaint_id;
    PERFORM set_config('redress.staff', coalesce(whoever::text, ''), true);
    UPDATE published.policy_step SET text = NULL, url = NULL WHERE id = ANY (steps);
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION redress.withhold_policy_evidence() FROM PUBLIC;
  CREATE TRIGGER withhold_policy_evidence AFTER INSERT ON redress.tombstone
    FOR EACH ROW EXECUTE FUNCTION redress.withhold_policy_evidence();
  CREATE TRIGGER withhold_policy_evidence AFTER INSERT ON redress.sealing
    FOR EACH ROW EXECUTE FUNCTION redress.withhold_policy_evidence();
`;

const AUDIT = `
  CREATE TABLE redress.affairs_audit (
    jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
    id uuid NOT NULL,
    charter_id uuid NOT NULL,
    title text NOT NULL CHECK (length(btrim(title)) > 0),
    period_from date NOT NULL,
    period_to date NOT NULL CHECK (period_to >= period_from),
    -- Cases of this system that the department found on, or a list of numbers that it handed over
    source text NOT NULL CHECK (source IN ('cases', 'list')),
    method text NOT NULL CHECK (method IN ('random', 'all')),
    sample_size integer CHECK (sample_size > 0),
    -- Codes of the charter: {"allegations": […], "allegationGroups": […], "classifications": […], "findings": […]}
    class jsonb NOT NULL CHECK (jsonb_typeof(class) = 'object'),
    status text NOT NULL CHECK (status IN ('planned', 'reviewing', 'with_department', 'closed', 'cancelled')),
    answer_due_on date,
    planned_by uuid NOT NULL,
    planned_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, charter_id) REFERENCES redress.charter,
    FOREIGN KEY (jurisdiction_id, planned_by) REFERENCES redress.staff,
    CHECK ((method = 'random') = (sample_size IS NOT NULL)),
    CHECK (status NOT IN ('with_department', 'closed') OR answer_due_on IS NOT NULL)
  );
  SELECT redress.protect('redress.affairs_audit');

  -- The population, one row a file, made before there is a seed. Its id says nothing of the case.
  CREATE TABLE redress.audit_file (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    audit_id uuid NOT NULL,
    complaint_id uuid,
    -- The department's own number
    reference_cipher bytea,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, audit_id, id),
    UNIQUE (jurisdiction_id, audit_id, complaint_id),
    FOREIGN KEY (jurisdiction_id, audit_id) REFERENCES redress.affairs_audit,
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    CHECK (num_nonnulls(complaint_id, reference_cipher) = 1)
  );
  SELECT redress.protect('redress.audit_file', 'complaint_id');
  SELECT redress.append_only('redress.audit_file');

  CREATE TABLE redress.audit_draw (
    jurisdiction_id uuid NOT NULL,
    audit_id uuid NOT NULL,
    -- NULL: all of the class were taken
    seed text CHECK (seed ~ '^[0-9a-f]{32}$'),
    pool uuid[] NOT NULL CHECK (cardinality(pool) > 0),
    drawn uuid[] NOT NULL CHECK (drawn <@ pool AND cardinality(drawn) > 0),
    drawn_by uuid NOT NULL,
    drawn_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, audit_id),
    FOREIGN KEY (jurisdiction_id, audit_id) REFERENCES redress.affairs_audit,
    FOREIGN KEY (jurisdiction_id, drawn_by) REFERENCES redress.staff
  );
  SELECT redress.protect('redress.audit_draw');
  SELECT redress.append_only('redress.audit_draw');

  -- Drawn again here: a sample that somebody chose cannot be recorded, nor one from other files than the audit's.
  CREATE FUNCTION redress.refuse_chosen_sample() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE audit redress.affairs_audit; files uuid[]; again uuid[]; whoever text := coalesce(current_setting('redress.staff', true), '');
  BEGIN
    SELECT * INTO audit FROM redress.affairs_audit a WHERE a.jurisdiction_id = NEW.jurisdiction_id AND a.id = NEW.audit_id;
    PERFORM set_config('redress.staff', '', true);
    SELECT array_agg(f.id ORDER BY f.id) INTO files FROM redress.audit_file f
     WHERE f.jurisdiction_id = NEW.jurisdiction_id AND f.audit_id = NEW.audit_id;
    PERFORM set_config('redress.staff', whoever, true);
    IF audit.method = 'all' THEN again := files;
    ELSE
      SELECT array_agg(t.id ORDER BY t.ticket) INTO again FROM (
        SELECT p.id, encode(sha256(convert_to(NEW.seed || ':' || p.id, 'UTF8')), 'hex') COLLATE "C" AS ticket
          FROM unnest(NEW.pool) AS p (id) ORDER BY ticket LIMIT audit.sample_size) AS t;
    END IF;
    IF NEW.pool IS DISTINCT FROM files OR NEW.drawn IS DISTINCT FROM again OR (audit.method = 'random') <> (NEW.seed IS NOT NULL) THEN
      RAISE EXCEPTION 'the sample is not what the seed draws from the files' USING ERRCODE = 'RD047';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER refuse_chosen_sample BEFORE INSERT ON redress.audit_draw
    FOR EACH ROW EXECUTE FUNCTION redress.refuse_chosen_sample();

  -- A look at one file by one person. After more work it is looked at again: the highest round stands.
  CREATE TABLE redress.audit_review (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    audit_id uuid NOT NULL,
    file_id uuid NOT NULL,
    complaint_id uuid,
    round integer NOT NULL CHECK (round > 0),
    reviewed_by uuid NOT NULL,
    reviewed_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, file_id, round),
    FOREIGN KEY (jurisdiction_id, audit_id, file_id) REFERENCES redress.audit_file (jurisdiction_id, audit_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, reviewed_by) REFERENCES redress.staff
  );
  SELECT redress.protect('redress.audit_review', 'complaint_id');
  SELECT redress.append_only('redress.audit_review');
  CREATE TRIGGER take_case_of BEFORE INSERT ON redress.audit_review
    FOR EACH ROW EXECUTE FUNCTION redress.take_case_of('audit_file', 'file_id');

  CREATE TABLE redress.audit_answer (
    jurisdiction_id uuid NOT NULL,
    review_id uuid NOT NULL,
    -- A code of the charter's checklist
    item text NOT NULL,
    complaint_id uuid,
    verdict text NOT NULL CHECK (verdict IN ('agree', 'disagree', 'not_applicable')),
    reasons_cipher bytea CHECK (verdict = 'agree' OR reasons_cipher IS NOT NULL),
    PRIMARY KEY (jurisdiction_id, review_id, item),
    FOREIGN KEY (jurisdiction_id, review_id) REFERENCES redress.audit_review,
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint
  );
  SELECT redress.protect('redress.audit_answer', 'complaint_id');
  SELECT redress.append_only('redress.audit_answer');
  CREATE TRIGGER take_case_of BEFORE INSERT ON redress.audit_answer
    FOR EACH ROW EXECUTE FUNCTION redress.take_case_of('audit_review', 'review_id');

  -- More work that internal affairs is asked to do on a file.
  CREATE TABLE redress.audit_request (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    audit_id uuid NOT NULL,
    file_id uuid NOT NULL,
    complaint_id uuid,
    words_cipher bytea NOT NULL,
    due_on date NOT NULL,
    requested_by uuid NOT NULL,
    requested_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, audit_id, file_id) REFERENCES redress.audit_file (jurisdiction_id, audit_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, requested_by) REFERENCES redress.staff
  );
  SELECT redress.protect('redress.audit_request', 'complaint_id');
  SELECT redress.append_only('redress.audit_request');
  CREATE TRIGGER take_case_of BEFORE INSERT ON redress.audit_request
    FOR EACH ROW EXECUTE FUNCTION redress.take_case_of('audit_file', 'file_id');

  -- What the department says: to a request, or (request_id NULL) to the audit as a whole.
  CREATE TABLE redress.audit_response (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    audit_id uuid NOT NULL,
    request_id uuid,
    complaint_id uuid,
    outcome text NOT NULL CHECK (outcome IN ('accepted', 'accepted_in_part', 'rejected')),
    words_cipher bytea CHECK (outcome = 'accepted' OR words_cipher IS NOT NULL),
    responded_on date NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE NULLS NOT DISTINCT (jurisdiction_id, audit_id, request_id),
    FOREIGN KEY (jurisdiction_id, audit_id) REFERENCES redress.affairs_audit,
    FOREIGN KEY (jurisdiction_id, request_id) REFERENCES redress.audit_request,
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, recorded_by) REFERENCES redress.staff
  );
  SELECT redress.protect('redress.audit_response', 'complaint_id');
  SELECT redress.append_only('redress.audit_response');
  CREATE TRIGGER take_case_of BEFORE INSERT ON redress.audit_response
    FOR EACH ROW EXECUTE FUNCTION redress.take_case_of('audit_request', 'request_id');
`;

const INCIDENT = `
  CREATE TABLE redress.incident_review (
    jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
    id uuid NOT NULL,
    charter_id uuid NOT NULL,
    complaint_id uuid,
    report_id uuid,
    -- What it is convened for, in words that are not privileged
    occasion_cipher bytea NOT NULL,
    status text NOT NULL CHECK (status IN ('convened', 'concluded', 'dissolved')),
    convened_by uuid NOT NULL,
    convened_at timestamptz NOT NULL,
    ended_at timestamptz,
    PRIMARY KEY (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, charter_id) REFERENCES redress.charter,
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, report_id) REFERENCES redress.use_of_force_report,
    FOREIGN KEY (jurisdiction_id, convened_by) REFERENCES redress.staff,
    CHECK ((status = 'convened') = (ended_at IS NULL))
  );
  SELECT redress.protect('redress.incident_review', 'complaint_id');

  CREATE TABLE redress.incident_team (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    review_id uuid NOT NULL,
    staff_id uuid NOT NULL,
    complaint_id uuid,
    -- A code of the charter
    role text NOT NULL,
    from_at timestamptz NOT NULL,
    until_at timestamptz CHECK (until_at >= from_at),
    PRIMARY KEY (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, review_id) REFERENCES redress.incident_review,
    FOREIGN KEY (jurisdiction_id, staff_id) REFERENCES redress.staff,
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint
  );
  CREATE UNIQUE INDEX incident_team_once ON redress.incident_team (jurisdiction_id, review_id, staff_id) WHERE until_at IS NULL;
  SELECT redress.protect('redress.incident_team', 'complaint_id');
  -- Nobody opens a compartment to themself, and who has left does not come back by the same door.
  CREATE POLICY not_oneself ON redress.incident_team AS RESTRICTIVE FOR INSERT
    WITH CHECK (staff_id IS DISTINCT FROM (SELECT redress.current_staff()));
  CREATE POLICY ends_alone ON redress.incident_team AS RESTRICTIVE FOR UPDATE USING (true) WITH CHECK (until_at IS NOT NULL);
  REVOKE UPDATE ON redress.incident_team FROM redress_app;
  GRANT UPDATE (until_at) ON redress.incident_team TO redress_app;
  CREATE TRIGGER take_case_of BEFORE INSERT ON redress.incident_team
    FOR EACH ROW EXECUTE FUNCTION redress.take_case_of('incident_review', 'review_id');

  -- Nor does who heard in confidence work on the case afterwards.
  CREATE FUNCTION redress.refuse_confidant() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM redress.incident_team t WHERE t.jurisdiction_id = NEW.jurisdiction_id
        AND t.complaint_id = NEW.complaint_id AND t.staff_id = NEW.staff_id) THEN
      RAISE EXCEPTION 'they sit on the review of this incident' USING ERRCODE = 'RD045';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER refuse_confidant BEFORE INSERT ON redress.assignment
    FOR EACH ROW EXECUTE FUNCTION redress.refuse_confidant();
  CREATE INDEX incident_team_by_case ON redress.incident_team (jurisdiction_id, complaint_id) WHERE complaint_id IS NOT NULL;

  CREATE TABLE redress.incident_topic (
    jurisdiction_id uuid NOT NULL,
    review_id uuid NOT NULL,
    topic text NOT NULL,
    complaint_id uuid,
    position integer NOT NULL CHECK (position > 0),
    PRIMARY KEY (jurisdiction_id, review_id, topic),
    UNIQUE (jurisdiction_id, review_id, position),
    FOREIGN KEY (jurisdiction_id, review_id) REFERENCES redress.incident_review,
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint
  );
  SELECT redress.protect('redress.incident_topic', 'complaint_id');
  SELECT redress.append_only('redress.incident_topic');
  CREATE TRIGGER take_case_of BEFORE INSERT ON redress.incident_topic
    FOR EACH ROW EXECUTE FUNCTION redress.take_case_of('incident_review', 'review_id');

  -- Whether whoever this transaction runs for sits on that team now. As the asker: nobody behind a case's wall is on a team about it.
  CREATE FUNCTION redress.on_incident_team(of_review uuid) RETURNS boolean LANGUAGE sql STABLE AS
    $$ SELECT EXISTS (SELECT FROM redress.incident_team t WHERE t.jurisdiction_id = (SELECT redress.current_jurisdiction())
         AND t.review_id = of_review AND t.staff_id = (SELECT redress.current_staff()) AND t.until_at IS NULL) $$;
  -- While a case is being erased its rows are reached wherever they lie; that row is there within redress.erase() alone.
  CREATE FUNCTION redress.is_being_erased(of_case uuid) RETURNS boolean LANGUAGE sql STABLE AS
    $$ SELECT EXISTS (SELECT FROM redress.erasure_in_hand e WHERE e.jurisdiction_id = (SELECT redress.current_jurisdiction())
         AND e.complaint_id = of_case) $$;

  -- The compartment's own key, wrapped. Drawn by the team: not even who convenes it, and no job of the system's, has it.
  CREATE TABLE redress.incident_compartment (
    jurisdiction_id uuid NOT NULL,
    review_id uuid NOT NULL,
    complaint_id uuid,
    wrapping_key_id text NOT NULL,
    key_cipher bytea NOT NULL,
    PRIMARY KEY (jurisdiction_id, review_id),
    FOREIGN KEY (jurisdiction_id, review_id) REFERENCES redress.incident_review,
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint
  );
  SELECT redress.protect('redress.incident_compartment', 'complaint_id');
  SELECT redress.append_only('redress.incident_compartment');
  CREATE TRIGGER take_case_of BEFORE INSERT ON redress.incident_compartment
    FOR EACH ROW EXECUTE FUNCTION redress.take_case_of('incident_review', 'review_id');

  -- Privileged: what the team says to itself and what it is told in confidence.
  CREATE TABLE redress.incident_material (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    review_id uuid NOT NULL,
    complaint_id uuid,
    topic text,
    kind text NOT NULL CHECK (kind IN ('note', 'statement', 'document')),
    -- Title, text, a link: JSON under the compartment's key
    words_cipher bytea NOT NULL,
    added_by uuid NOT NULL,
    added_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, review_id) REFERENCES redress.incident_review,
    FOREIGN KEY (jurisdiction_id, review_id, topic) REFERENCES redress.incident_topic,
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, added_by) REFERENCES redress.staff
  );
  CREATE INDEX incident_material_by_review ON redress.incident_material (jurisdiction_id, review_id, id);
  SELECT redress.protect('redress.incident_material', 'complaint_id');
  SELECT redress.append_only('redress.incident_material');
  CREATE TRIGGER take_case_of BEFORE INSERT ON redress.incident_material
    FOR EACH ROW EXECUTE FUNCTION redress.take_case_of('incident_review', 'review_id');

  DO $$ DECLARE name text; BEGIN
    FOREACH name IN ARRAY ARRAY['incident_compartment', 'incident_material'] LOOP
      EXECUTE format('CREATE POLICY team_only ON redress.%1$I AS RESTRICTIVE
        USING (redress.on_incident_team(review_id) OR redress.is_being_erased(complaint_id))', name);
    END LOOP;
  END $$;

  -- What the team found, one a topic, in words that are not privileged: the team's alone until it has concluded.
  CREATE TABLE redress.incident_finding (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    review_id uuid NOT NULL,
    topic text NOT NULL,
    complaint_id uuid,
    words_cipher bytea NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, review_id, topic) REFERENCES redress.incident_topic,
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, recorded_by) REFERENCES redress.staff
  );
  CREATE INDEX incident_finding_by_review ON redress.incident_finding (jurisdiction_id, review_id, id);
  SELECT redress.protect('redress.incident_finding', 'complaint_id');
  SELECT redress.append_only('redress.incident_finding');
  CREATE TRIGGER take_case_of BEFORE INSERT ON redress.incident_finding
    FOR EACH ROW EXECUTE FUNCTION redress.take_case_of('incident_review', 'review_id');
  CREATE POLICY team_until_concluded ON redress.incident_finding AS RESTRICTIVE
    USING (redress.on_incident_team(review_id) OR redress.is_being_erased(complaint_id) OR EXISTS (
      SELECT FROM redress.incident_review r WHERE r.jurisdiction_id = incident_finding.jurisdiction_id
        AND r.id = incident_finding.review_id AND r.status = 'concluded'))
    WITH CHECK (redress.on_incident_team(review_id) OR redress.is_being_erased(complaint_id));

  -- What the team recommends stands in the tracker; where it came from stands here.
  CREATE TABLE redress.incident_recommendation (
    jurisdiction_id uuid NOT NULL,
    review_id uuid NOT NULL,
    recommendation_id uuid NOT NULL,
    complaint_id uuid,
    PRIMARY KEY (jurisdiction_id, review_id, recommendation_id),
    FOREIGN KEY (jurisdiction_id, review_id) REFERENCES redress.incident_review,
    FOREIGN KEY (jurisdiction_id, recommendation_id) REFERENCES redress.policy_recommendation,
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint
  );
  SELECT redress.protect('redress.incident_recommendation', 'complaint_id');
  SELECT redress.append_only('redress.incident_recommendation');
  CREATE TRIGGER take_case_of BEFORE INSERT ON redress.incident_recommendation
    FOR EACH ROW EXECUTE FUNCTION redress.take_case_of('incident_review', 'review_id');
`;

/** Oversight beyond single cases: recommendations of policy, audits of internal affairs, reviews of serious incidents. */
export class PolicyTrackerAndAudits0043 implements MigrationInterface {
  name = 'PolicyTrackerAndAudits1700000000043';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [GROUND, POLICY, AUDIT, INCIDENT]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE redress.incident_recommendation; DROP TABLE redress.incident_finding; DROP TABLE redress.incident_material;
      DROP TABLE redress.incident_compartment; DROP FUNCTION redress.is_being_erased(uuid);
      DROP FUNCTION redress.on_incident_team(uuid); DROP TABLE redress.incident_topic;
      DROP TRIGGER refuse_confidant ON redress.assignment; DROP FUNCTION redress.refuse_confidant();
      DROP TABLE redress.incident_team;
      DROP TABLE redress.incident_review;
      DROP TABLE redress.audit_response; DROP TABLE redress.audit_request; DROP TABLE redress.audit_answer;
      DROP TABLE redress.audit_review; DROP TABLE redress.audit_draw; DROP FUNCTION redress.refuse_chosen_sample();
      DROP TABLE redress.audit_file; DROP TABLE redress.affairs_audit;
      DROP TRIGGER withhold_policy_evidence ON redress.sealing; DROP TRIGGER withhold_policy_evidence ON redress.tombstone;
      DROP FUNCTION redress.withhold_policy_evidence();
      DROP TABLE published.policy_step; DROP TABLE published.policy_recommendation;
      DROP TABLE redress.policy_publication; DROP FUNCTION redress.refuse_own_policy_text();
      DROP TABLE redress.policy_public_text; DROP TABLE redress.policy_step; DROP TABLE redress.policy_basis;
      DROP TABLE redress.policy_recommendation; DROP FUNCTION redress.take_case_of();
    `);
  }
}
