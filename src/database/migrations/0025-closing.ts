import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ERASURE, ERASURE_GONE } from './0025-erasure.js';

/**
 * The end of a case: how it was closed and how long it is kept, what holds it, who may still see it, and how it is destroyed.
 * And what lists of many cases need to be quick.
 */
export class Closing0025 implements MigrationInterface {
  name = 'Closing1700000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLOSING);
    await runner.query(SEALING);
    await runner.query(DESTRUCTION);
    await runner.query(ERASURE);
    await runner.query(LISTS);
  }

  /** Refused by the old constraint when a case was destroyed: there is no way back from that. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(LISTS_GONE);
    await runner.query(ERASURE_GONE);
    await runner.query(DESTRUCTION_GONE);
    await runner.query(SEALING_GONE);
    await runner.query(CLOSING_GONE);
  }
}

const CLOSING = `
  -- How it stands closed now: of the last row of redress.closing. NULL while it is open, and for good: no day to dispose after.
  ALTER TABLE redress.complaint
    ADD COLUMN closing_reason text, ADD COLUMN retention_class text, ADD COLUMN dispose_after date,
    DROP CONSTRAINT complaint_status_check,
    ADD CONSTRAINT complaint_status_check CHECK (status IN ('filed', 'declined', 'referred', 'accepted', 'investigating',
      'findings_drafted', 'before_board', 'with_chief', 'closed', 'withdrawn', 'expunged', 'disposed')),
    DROP CONSTRAINT complaint_check3,
    -- A page of a list ends at a time as it is told: nothing may lie between two that are told alike.
    ADD CONSTRAINT complaint_received_to_the_millisecond CHECK (received_at = date_trunc('milliseconds', received_at, 'UTC')),
    ADD CONSTRAINT complaint_has_a_time CHECK (received_at IS NOT NULL OR source IS NOT NULL OR status IN ('expunged', 'disposed'));
  -- For the batches of disposal: what is due.
  CREATE INDEX complaint_by_disposal ON redress.complaint (jurisdiction_id, dispose_after, id) WHERE dispose_after IS NOT NULL;

  -- Each time that the case was closed; reopened, it may be closed otherwise, and the first closing stands in the record.
  CREATE TABLE redress.closing (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    -- Words of the charter; NULL where it knows none that fits
    reason text,
    disposition text,
    retention_class text,
    authority text,
    dispose_after date,
    closed_by uuid NOT NULL,
    closed_at timestamptz NOT NULL,
    supersedes uuid,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, complaint_id, id),
    UNIQUE (jurisdiction_id, supersedes),
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, complaint_id, supersedes) REFERENCES redress.closing (jurisdiction_id, complaint_id, id),
    FOREIGN KEY (jurisdiction_id, closed_by) REFERENCES redress.staff
  );
  CREATE UNIQUE INDEX closing_starts_once ON redress.closing (jurisdiction_id, complaint_id) WHERE supersedes IS NULL;
  SELECT redress.protect('redress.closing', 'complaint_id');
  SELECT redress.append_only('redress.closing');

  -- Why it was opened again; closing_id NULL: it came closed from an import.
  CREATE TABLE redress.reopening (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    closing_id uuid,
    reason_cipher bytea NOT NULL,
    reopened_by uuid NOT NULL,
    reopened_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, closing_id),
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, complaint_id, closing_id) REFERENCES redress.closing (jurisdiction_id, complaint_id, id),
    FOREIGN KEY (jurisdiction_id, reopened_by) REFERENCES redress.staff
  );
  CREATE INDEX reopening_by_complaint ON redress.reopening (jurisdiction_id, complaint_id);
  SELECT redress.protect('redress.reopening', 'complaint_id');
  SELECT redress.append_only('redress.reopening');

  -- Nothing of the case is destroyed while anybody needs it for a lawsuit, an audit, a request.
  CREATE TABLE redress.legal_hold (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    reason_cipher bytea NOT NULL,
    placed_by uuid NOT NULL,
    placed_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, complaint_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, placed_by) REFERENCES redress.staff
  );
  SELECT redress.protect('redress.legal_hold', 'complaint_id');
  SELECT redress.append_only('redress.legal_hold');
  CREATE TABLE redress.legal_hold_release (
    jurisdiction_id uuid NOT NULL,
    hold_id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    reason_cipher bytea NOT NULL,
    released_by uuid NOT NULL,
    released_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, hold_id),
    FOREIGN KEY (jurisdiction_id, complaint_id, hold_id) REFERENCES redress.legal_hold (jurisdiction_id, complaint_id, id),
    FOREIGN KEY (jurisdiction_id, released_by) REFERENCES redress.staff
  );
  SELECT redress.protect('redress.legal_hold_release', 'complaint_id');
  SELECT redress.append_only('redress.legal_hold_release');
`;
const CLOSING_GONE = `
  DROP TABLE redress.legal_hold_release; DROP TABLE redress.legal_hold; DROP TABLE redress.reopening; DROP TABLE redress.closing;
  ALTER TABLE redress.complaint
    DROP CONSTRAINT complaint_status_check,
    ADD CONSTRAINT complaint_status_check CHECK (status IN ('filed', 'declined', 'referred', 'accepted', 'investigating',
      'findings_drafted', 'before_board', 'with_chief', 'closed', 'withdrawn')),
    DROP CONSTRAINT complaint_has_a_time, DROP CONSTRAINT complaint_received_to_the_millisecond,
    ADD CONSTRAINT complaint_check3 CHECK (received_at IS NOT NULL OR source IS NOT NULL),
    DROP COLUMN closing_reason, DROP COLUMN retention_class, DROP COLUMN dispose_after;
`;

const SEALING = `
  -- By order of a court, an agency or the law, few may see that the case is there.
  CREATE TABLE redress.sealing (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    ordered_by text NOT NULL CHECK (ordered_by IN ('court', 'agency', 'statute')),
    reference_cipher bytea NOT NULL,
    sealed_by uuid NOT NULL,
    sealed_at timestamptz NOT NULL,
    lifting_cipher bytea,
    lifted_by uuid,
    lifted_at timestamptz,
    PRIMARY KEY (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, sealed_by) REFERENCES redress.staff,
    FOREIGN KEY (jurisdiction_id, lifted_by) REFERENCES redress.staff,
    CHECK (num_nonnulls(lifting_cipher, lifted_by, lifted_at) IN (0, 3))
  );
  CREATE UNIQUE INDEX sealing_once ON redress.sealing (jurisdiction_id, complaint_id) WHERE lifted_at IS NULL;
  SELECT redress.protect('redress.sealing', 'complaint_id');

  -- Whether whoever this transaction runs for may see sealed cases: the director, and who keeps the records.
  CREATE FUNCTION redress.sees_sealed() RETURNS boolean LANGUAGE sql STABLE AS
    $$ SELECT EXISTS (SELECT FROM redress.staff s WHERE s.jurisdiction_id = (SELECT redress.current_jurisdiction())
         AND s.id = (SELECT redress.current_staff()) AND s.roles && ARRAY['director', 'records']) $$;

  -- The second wall, on every table that the first one is on. Rows of the sealing itself are behind the first alone.
  CREATE FUNCTION redress.wall_off_sealed(target regclass, case_column text, policy text DEFAULT 'sealing_wall') RETURNS void
    LANGUAGE plpgsql AS $$
  BEGIN
    EXECUTE format('CREATE POLICY %3$I ON %1$s AS RESTRICTIVE
      USING ((SELECT redress.current_staff()) IS NULL OR (SELECT redress.sees_sealed()) OR %2$I IS NULL OR NOT EXISTS (
        SELECT FROM redress.sealing seal
        WHERE seal.jurisdiction_id = (SELECT redress.current_jurisdiction())
          AND seal.complaint_id = %1$s.%2$I AND seal.lifted_at IS NULL))', target, case_column, policy);
  END $$;
  REVOKE ALL ON FUNCTION redress.wall_off_sealed(regclass, text, text) FROM PUBLIC;

  ALTER FUNCTION redress.protect(regclass, text) RENAME TO protect_unsealed;
  CREATE FUNCTION redress.protect(target regclass, case_column text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM redress.protect_unsealed(target, case_column);
    IF case_column IS NOT NULL THEN PERFORM redress.wall_off_sealed(target, case_column); END IF;
  END $$;
  REVOKE ALL ON FUNCTION redress.protect(regclass, text) FROM PUBLIC;

  DO $$
  DECLARE walled record;
  BEGIN
    FOR walled IN SELECT p.polrelid::regclass AS target, c.relname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
      WHERE p.polname = 'recusal_wall' AND c.relname <> 'sealing'
    LOOP
      PERFORM redress.wall_off_sealed(walled.target, CASE walled.relname WHEN 'complaint' THEN 'id' ELSE 'complaint_id' END);
    END LOOP;
    PERFORM redress.wall_off_sealed('redress.case_link', 'linked_complaint_id', 'sealing_wall_of_linked');
  END $$;

  -- What may be published of: no case that is sealed, and none that was destroyed. As the reader, not as its maker.
  CREATE VIEW redress.releasable_complaint WITH (security_invoker = true) AS
    SELECT c.* FROM redress.complaint c
     WHERE c.status NOT IN ('expunged', 'disposed') AND NOT EXISTS (SELECT FROM redress.sealing seal
       WHERE seal.jurisdiction_id = c.jurisdiction_id AND seal.complaint_id = c.id AND seal.lifted_at IS NULL);
  GRANT SELECT ON redress.releasable_complaint TO redress_app;
`;
const SEALING_GONE = `
  DROP VIEW redress.releasable_complaint;
  DO $$
  DECLARE walled record;
  BEGIN
    FOR walled IN SELECT p.polname, p.polrelid::regclass AS target FROM pg_policy p WHERE p.polname LIKE 'sealing_wall%' LOOP
      EXECUTE format('DROP POLICY %I ON %s', walled.polname, walled.target);
    END LOOP;
  END $$;
  DROP FUNCTION redress.protect(regclass, text);
  ALTER FUNCTION redress.protect_unsealed(regclass, text) RENAME TO protect;
  DROP FUNCTION redress.wall_off_sealed(regclass, text, text);
  DROP FUNCTION redress.sees_sealed();
  DROP TABLE redress.sealing;
`;

const DESTRUCTION = `
  -- One asks, by what order; another decides. The constraint holds it, whatever the program does.
  CREATE TABLE redress.expungement (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    authority text NOT NULL CHECK (authority IN ('court_order', 'agency_order', 'statute')),
    -- Names people as often as not: sealed under the case's key, and gone with it
    reference_cipher bytea NOT NULL,
    asked_by uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    decision text CHECK (decision IN ('approved', 'refused')),
    decided_by uuid CHECK (decided_by <> asked_by),
    decided_at timestamptz,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, complaint_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, asked_by) REFERENCES redress.staff,
    FOREIGN KEY (jurisdiction_id, decided_by) REFERENCES redress.staff,
    CHECK (num_nonnulls(decision, decided_by, decided_at) IN (0, 3))
  );
  CREATE UNIQUE INDEX expungement_one_at_a_time ON redress.expungement (jurisdiction_id, complaint_id)
    WHERE decision IS DISTINCT FROM 'refused';
  SELECT redress.protect('redress.expungement', 'complaint_id');

  -- What is due by its retention class; looked through by one person, then by another, who destroys it.
  CREATE TABLE redress.disposal_batch (
    jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
    id uuid NOT NULL,
    due_by date NOT NULL,
    drawn_by uuid NOT NULL,
    drawn_at timestamptz NOT NULL,
    first_reviewer uuid,
    first_at timestamptz,
    second_reviewer uuid CHECK (second_reviewer <> first_reviewer),
    second_at timestamptz,
    rejected_by uuid,
    rejected_at timestamptz,
    PRIMARY KEY (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, drawn_by) REFERENCES redress.staff,
    FOREIGN KEY (jurisdiction_id, first_reviewer) REFERENCES redress.staff,
    FOREIGN KEY (jurisdiction_id, second_reviewer) REFERENCES redress.staff,
    FOREIGN KEY (jurisdiction_id, rejected_by) REFERENCES redress.staff,
    CHECK ((first_reviewer IS NULL) = (first_at IS NULL) AND (second_reviewer IS NULL) = (second_at IS NULL)),
    CHECK (second_reviewer IS NULL OR first_reviewer IS NOT NULL),
    CHECK ((rejected_by IS NULL) = (rejected_at IS NULL) AND (rejected_by IS NULL OR second_reviewer IS NULL))
  );
  CREATE INDEX disposal_batch_by_day ON redress.disposal_batch (jurisdiction_id, id DESC);
  SELECT redress.protect('redress.disposal_batch');
  CREATE TABLE redress.disposal_item (
    jurisdiction_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    -- The schedule: the class and by what right
    retention_class text NOT NULL,
    authority text NOT NULL,
    due_on date NOT NULL,
    outcome text CHECK (outcome IN ('disposed', 'held', 'not_due')),
    PRIMARY KEY (jurisdiction_id, batch_id, complaint_id),
    FOREIGN KEY (jurisdiction_id, batch_id) REFERENCES redress.disposal_batch,
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint
  );
  CREATE INDEX disposal_item_by_complaint ON redress.disposal_item (jurisdiction_id, complaint_id);
  SELECT redress.protect('redress.disposal_item', 'complaint_id');

  -- All that is left of a case, and what tells whoever publishes that it is to be left out. Written by redress.erase alone.
  CREATE TABLE redress.tombstone (
    jurisdiction_id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    case_number text NOT NULL,
    ground text NOT NULL CHECK (ground IN ('expunged', 'disposed')),
    authority text NOT NULL,
    retention_class text,
    on_day date NOT NULL,
    warrant_id uuid NOT NULL,
    PRIMARY KEY (jurisdiction_id, complaint_id),
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    CHECK ((ground = 'disposed') = (retention_class IS NOT NULL))
  );
  SELECT redress.protect('redress.tombstone', 'complaint_id');
  SELECT redress.append_only('redress.tombstone');
  REVOKE INSERT ON redress.tombstone FROM redress_app;

  -- Stored objects of destroyed cases that are not deleted yet: written with the destruction, removed when they are gone.
  CREATE TABLE redress.object_to_delete (
    jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
    object_key text NOT NULL,
    PRIMARY KEY (jurisdiction_id, object_key)
  );
  SELECT redress.protect('redress.object_to_delete');
  GRANT DELETE ON redress.object_to_delete TO redress_app;
`;
const DESTRUCTION_GONE = `
  DROP TABLE redress.object_to_delete; DROP TABLE redress.tombstone; DROP TABLE redress.disposal_item;
  DROP TABLE redress.disposal_batch; DROP TABLE redress.expungement;
`;

const LISTS = `
  -- A time for every case, those without one (old imports) last: one index walk in either direction, without a second half.
  DROP INDEX redress.complaint_by_received;
  DROP INDEX redress.complaint_by_status;
  CREATE INDEX complaint_by_received ON redress.complaint (jurisdiction_id, coalesce(received_at, '-infinity') DESC, id DESC);
  CREATE INDEX complaint_by_status ON redress.complaint (jurisdiction_id, status, coalesce(received_at, '-infinity') DESC, id DESC);
  -- One district's cases, newest first: the commonest filter of a supervisor's day. Cases without one cost nothing.
  CREATE INDEX complaint_by_district ON redress.complaint (jurisdiction_id, district, coalesce(received_at, '-infinity') DESC, id DESC)
    WHERE district IS NOT NULL;
  -- One class, newest first. Unclassified cases are not in it.
  CREATE INDEX complaint_by_classification ON redress.complaint
    (jurisdiction_id, classification, coalesce(received_at, '-infinity') DESC, id DESC) WHERE classification IS NOT NULL;
  -- What was closed in a year; open cases are not in it.
  CREATE INDEX complaint_by_closed ON redress.complaint (jurisdiction_id, closed_on) WHERE closed_on IS NOT NULL;
  -- Who is working on what: my work, and the filter by person.
  CREATE INDEX assignment_by_staff ON redress.assignment (jurisdiction_id, staff_id, complaint_id) WHERE ended_at IS NULL;
  -- Cases of a kind of allegation, when it is a rare one; a common one is met soon on the walk through the newest.
  CREATE INDEX allegation_by_category ON redress.allegation (jurisdiction_id, category, complaint_id);
  -- Overdue: few among many.
  CREATE INDEX deadline_overdue ON redress.deadline (jurisdiction_id, complaint_id) WHERE state = 'overdue';
  -- Alarms of the last days, for whoever has the case.
  CREATE INDEX deadline_alarm_by_day ON redress.deadline_alarm (jurisdiction_id, raised_on, complaint_id);

  -- A question that somebody asks again and again. It is theirs: nobody else's alerts come of it.
  CREATE TABLE redress.saved_search (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    staff_id uuid NOT NULL,
    name text NOT NULL,
    -- Field names and codes, as the list takes them
    question jsonb NOT NULL,
    cadence text NOT NULL CHECK (cadence IN ('none', 'each', 'daily', 'weekly')),
    created_at timestamptz NOT NULL,
    looked_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, staff_id, name),
    UNIQUE (jurisdiction_id, staff_id, id),
    FOREIGN KEY (jurisdiction_id, staff_id) REFERENCES redress.staff
  );
  SELECT redress.protect('redress.saved_search');
  GRANT DELETE ON redress.saved_search TO redress_app;
  -- The inbox: a case that a saved search found, once.
  CREATE TABLE redress.search_alert (
    jurisdiction_id uuid NOT NULL,
    search_id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    staff_id uuid NOT NULL,
    raised_at timestamptz NOT NULL,
    -- Found when the search was saved: known, and no news
    known boolean NOT NULL DEFAULT false,
    seen_at timestamptz,
    PRIMARY KEY (jurisdiction_id, search_id, complaint_id),
    FOREIGN KEY (jurisdiction_id, staff_id, search_id) REFERENCES redress.saved_search (jurisdiction_id, staff_id, id) ON DELETE CASCADE,
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint
  );
  CREATE INDEX search_alert_unseen ON redress.search_alert (jurisdiction_id, staff_id, raised_at DESC) WHERE seen_at IS NULL AND NOT known;
  SELECT redress.protect('redress.search_alert', 'complaint_id');
  GRANT DELETE ON redress.search_alert TO redress_app;
`;
const LISTS_GONE = `
  DROP TABLE redress.search_alert; DROP TABLE redress.saved_search;
  DROP INDEX redress.deadline_alarm_by_day; DROP INDEX redress.deadline_overdue; DROP INDEX redress.allegation_by_category;
  DROP INDEX redress.assignment_by_staff; DROP INDEX redress.complaint_by_closed; DROP INDEX redress.complaint_by_classification;
  DROP INDEX redress.complaint_by_district; DROP INDEX redress.complaint_by_status; DROP INDEX redress.complaint_by_received;
  CREATE INDEX complaint_by_received ON redress.complaint (jurisdiction_id, received_at DESC, id DESC);
  CREATE INDEX complaint_by_status ON redress.complaint (jurisdiction_id, status, received_at DESC, id DESC);
`;
