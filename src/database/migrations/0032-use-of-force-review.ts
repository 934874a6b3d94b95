import type { MigrationInterface, QueryRunner } from 'typeorm';

const REVIEW = `
  ALTER TABLE redress.use_of_force_report DROP CONSTRAINT use_of_force_report_status_check,
    ADD CONSTRAINT use_of_force_report_status_check
      CHECK (status IN ('submitted', 'in_review', 'returned', 'accepted', 'withdrawn')),
    -- Which telling of it is under review, which level it is at, and since when; NULL: since it was submitted.
    ADD COLUMN review_round integer NOT NULL DEFAULT 1 CHECK (review_round > 0),
    ADD COLUMN review_level integer NOT NULL DEFAULT 1 CHECK (review_level > 0),
    ADD COLUMN level_opened_at timestamptz;

  -- NULL in what was decided before there were levels.
  ALTER TABLE redress.use_of_force_review
    DROP CONSTRAINT use_of_force_review_decision_check,
    ADD CONSTRAINT use_of_force_review_decision_check CHECK (decision IN ('accept', 'return', 'refer', 'skip')),
    ADD COLUMN round integer,
    ADD COLUMN position integer,
    ADD COLUMN level text,
    ADD COLUMN findings text[] NOT NULL DEFAULT '{}',
    ADD COLUMN due_at timestamptz,
    ADD COLUMN late boolean;
  ALTER TABLE redress.use_of_force_review ADD CONSTRAINT level_is_known
    CHECK (num_nonnulls(round, position, level, due_at, late) = 5) NOT VALID;
  -- Each level decides once on a telling, and nobody looks at their own look.
  CREATE UNIQUE INDEX use_of_force_review_once_a_level
    ON redress.use_of_force_review (jurisdiction_id, report_id, round, position);
  CREATE UNIQUE INDEX use_of_force_review_once_a_person
    ON redress.use_of_force_review (jurisdiction_id, report_id, round, reviewed_by) WHERE decision <> 'skip';

  -- To the board or into a complaint. Once a case is opened on it, the row is behind the case's wall.
  CREATE TABLE redress.use_of_force_referral (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    report_id uuid NOT NULL,
    review_id uuid NOT NULL,
    refer_to text NOT NULL CHECK (refer_to IN ('board', 'complaint')),
    referred_at timestamptz NOT NULL,
    complaint_id uuid,
    agenda_item_id uuid,
    taken_up_by uuid,
    taken_up_at timestamptz,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, review_id),
    FOREIGN KEY (jurisdiction_id, report_id) REFERENCES redress.use_of_force_report,
    FOREIGN KEY (jurisdiction_id, review_id) REFERENCES redress.use_of_force_review,
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, agenda_item_id) REFERENCES redress.agenda_item,
    FOREIGN KEY (jurisdiction_id, taken_up_by) REFERENCES redress.staff,
    CHECK ((taken_up_at IS NULL) = (taken_up_by IS NULL)
      AND num_nonnulls(complaint_id, agenda_item_id) = CASE WHEN taken_up_at IS NULL THEN 0 ELSE 1 END),
    CHECK (CASE refer_to WHEN 'board' THEN complaint_id IS NULL ELSE agenda_item_id IS NULL END)
  );
  CREATE INDEX use_of_force_referral_by_report ON redress.use_of_force_referral (jurisdiction_id, report_id);
  SELECT redress.protect('redress.use_of_force_referral', 'complaint_id');

  CREATE TABLE redress.use_of_force_link (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    report_id uuid NOT NULL,
    -- Under the key of the case.
    reason_cipher bytea NOT NULL,
    linked_by uuid NOT NULL,
    linked_at timestamptz NOT NULL,
    ended_by uuid,
    ended_at timestamptz CHECK (ended_at >= linked_at),
    PRIMARY KEY (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, report_id) REFERENCES redress.use_of_force_report,
    FOREIGN KEY (jurisdiction_id, linked_by) REFERENCES redress.staff,
    FOREIGN KEY (jurisdiction_id, ended_by) REFERENCES redress.staff,
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
  );
  CREATE UNIQUE INDEX use_of_force_link_stands_once
    ON redress.use_of_force_link (jurisdiction_id, complaint_id, report_id) WHERE ended_at IS NULL;
  CREATE INDEX use_of_force_link_by_report ON redress.use_of_force_link (jurisdiction_id, report_id);
  SELECT redress.protect('redress.use_of_force_link', 'complaint_id');
`;

const AMENDMENT = `
  -- What a department changed of a report that stood, and why. version: the one that the report has since.
  CREATE TABLE redress.use_of_force_amendment (
    jurisdiction_id uuid NOT NULL,
    report_id uuid NOT NULL,
    version integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('correct', 'supplement', 'withdraw')),
    reason text NOT NULL CHECK (length(btrim(reason)) > 0),
    -- [{"path": …, "before": …, "after": …}, …]
    changes jsonb NOT NULL CHECK (jsonb_typeof(changes) = 'array'),
    amended_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, report_id, version),
    FOREIGN KEY (jurisdiction_id, report_id) REFERENCES redress.use_of_force_report,
    CHECK ((kind = 'withdraw') = (changes = '[]'))
  );
  SELECT redress.protect('redress.use_of_force_amendment');
  SELECT redress.append_only('redress.use_of_force_amendment');

  -- What was told of a report at one of its versions, word for word.
  CREATE FUNCTION redress.told_at(of_report uuid, at_version integer) RETURNS jsonb LANGUAGE sql STABLE
    RETURN coalesce(
      (SELECT former.original FROM redress.use_of_force_former_submission former
        WHERE former.report_id = of_report AND former.version >= at_version ORDER BY former.version LIMIT 1),
      (SELECT report.original FROM redress.use_of_force_report report
        WHERE report.id = of_report AND report.version >= at_version));
`;

const TRANSMISSION = `
  -- A file in a programme's own form. It can be made again from what was told, so its hash is kept and not the file.
  CREATE TABLE redress.use_of_force_transmission (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    department_id uuid NOT NULL,
    programme text NOT NULL,
    profile_version text NOT NULL,
    form text NOT NULL CHECK (form IN ('json', 'csv')),
    -- The department's own, for reports that name none.
    ori text,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    bytes bigint NOT NULL,
    exported_by_kind text NOT NULL CHECK (exported_by_kind IN ('staff', 'department')),
    exported_by uuid NOT NULL,
    exported_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, department_id) REFERENCES redress.department
  );
  CREATE INDEX use_of_force_transmission_by_department
    ON redress.use_of_force_transmission (jurisdiction_id, department_id, programme, id);
  SELECT redress.protect('redress.use_of_force_transmission');
  SELECT redress.append_only('redress.use_of_force_transmission');

  CREATE TABLE redress.use_of_force_transmitted (
    jurisdiction_id uuid NOT NULL,
    transmission_id uuid NOT NULL,
    report_id uuid NOT NULL,
    report_version integer NOT NULL,
    action text NOT NULL CHECK (action IN ('add', 'remove')),
    -- Places in the report that the programme has no words for.
    left_out text[] NOT NULL,
    stale_at timestamptz,
    stale_because text CHECK (stale_because IN ('amended', 'withdrawn')),
    PRIMARY KEY (jurisdiction_id, transmission_id, report_id),
    FOREIGN KEY (jurisdiction_id, transmission_id) REFERENCES redress.use_of_force_transmission,
    FOREIGN KEY (jurisdiction_id, report_id) REFERENCES redress.use_of_force_report,
    CHECK ((stale_at IS NULL) = (stale_because IS NULL))
  );
  CREATE INDEX use_of_force_transmitted_by_report ON redress.use_of_force_transmitted (jurisdiction_id, report_id);
  SELECT redress.protect('redress.use_of_force_transmitted');
  REVOKE UPDATE ON redress.use_of_force_transmitted FROM redress_app;
  GRANT UPDATE (stale_at, stale_because) ON redress.use_of_force_transmitted TO redress_app;

  CREATE TABLE redress.use_of_force_acknowledgement (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    transmission_id uuid NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('accepted', 'rejected')),
    reference text,
    -- [{"reportNumber": …, "code": …, "message": …}, …]
    errors jsonb NOT NULL CHECK (jsonb_typeof(errors) = 'array'),
    recorded_by_kind text NOT NULL CHECK (recorded_by_kind IN ('staff', 'department')),
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, transmission_id) REFERENCES redress.use_of_force_transmission
  );
  CREATE INDEX use_of_force_acknowledgement_by_transmission
    ON redress.use_of_force_acknowledgement (jurisdiction_id, transmission_id, id);
  SELECT redress.protect('redress.use_of_force_acknowledgement');
  SELECT redress.append_only('redress.use_of_force_acknowledgement');

  -- However a report comes to be told anew or taken back: it is reviewed from the first level, and what was sent is stale.
  CREATE FUNCTION redress.told_anew() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.submitted_at IS DISTINCT FROM OLD.submitted_at THEN
      NEW.review_round := OLD.review_round + 1;
      NEW.review_level := 1;
      NEW.level_opened_at := NULL;
    END IF;
    IF NEW.original IS DISTINCT FROM OLD.original OR (NEW.status = 'withdrawn' AND OLD.status <> 'withdrawn') THEN
      UPDATE redress.use_of_force_transmitted sent
         SET stale_at = CASE NEW.status WHEN 'withdrawn' THEN now() ELSE NEW.submitted_at END,
             stale_because = CASE NEW.status WHEN 'withdrawn' THEN 'withdrawn' ELSE 'amended' END
       WHERE sent.jurisdiction_id = NEW.jurisdiction_id AND sent.report_id = NEW.id AND sent.stale_at IS NULL
         AND NOT (sent.action = 'remove' AND NEW.status = 'withdrawn');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER told_anew BEFORE UPDATE OF original, status, submitted_at ON redress.use_of_force_report
    FOR EACH ROW EXECUTE FUNCTION redress.told_anew();
`;

/** What becomes of a report after it came in: levels of review, referral and links, amendments, and what was sent to whom. */
export class UseOfForceReview0032 implements MigrationInterface {
  name = 'UseOfForceReview1700000000032';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [REVIEW, AMENDMENT, TRANSMISSION]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER told_anew ON redress.use_of_force_report; DROP FUNCTION redress.told_anew();
      DROP TABLE redress.use_of_force_acknowledgement; DROP TABLE redress.use_of_force_transmitted;
      DROP TABLE redress.use_of_force_transmission; DROP FUNCTION redress.told_at(uuid, integer);
      DROP TABLE redress.use_of_force_amendment; DROP TABLE redress.use_of_force_link;
      DROP TABLE redress.use_of_force_referral;
      -- The older schema knows neither: a level's referral was an acceptance, and what was skipped was not looked at.
      ALTER TABLE redress.use_of_force_review DISABLE TRIGGER append_only;
      DELETE FROM redress.use_of_force_review WHERE decision = 'skip';
      UPDATE redress.use_of_force_review SET decision = 'accept' WHERE decision = 'refer';
      ALTER TABLE redress.use_of_force_review ENABLE TRIGGER append_only;
      ALTER TABLE redress.use_of_force_review DROP COLUMN round, DROP COLUMN position, DROP COLUMN level,
        DROP COLUMN findings, DROP COLUMN due_at, DROP COLUMN late,
        DROP CONSTRAINT use_of_force_review_decision_check,
        ADD CONSTRAINT use_of_force_review_decision_check CHECK (decision IN ('accept', 'return'));
      UPDATE redress.use_of_force_report SET status = 'submitted' WHERE status = 'in_review';
      UPDATE redress.use_of_force_report SET status = 'returned', return_reason = 'withdrawn' WHERE status = 'withdrawn';
      ALTER TABLE redress.use_of_force_report
        DROP COLUMN review_round, DROP COLUMN review_level, DROP COLUMN level_opened_at,
        DROP CONSTRAINT use_of_force_report_status_check,
        ADD CONSTRAINT use_of_force_report_status_check CHECK (status IN ('submitted', 'returned', 'accepted'));
    `);
  }
}
