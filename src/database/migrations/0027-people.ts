import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who a case is about: people and whom they stand for, officers as they were then, who has it, and who looked at what was found. */
export class People0027 implements MigrationInterface {
  name = 'People1700000000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PEOPLE);
    await runner.query(REPRESENTATION);
    await runner.query(OFFICERS);
    await runner.query(erased(NOTED_OF_OLD, NOTED_NOW));
    await runner.query(ASSIGNMENT);
    await runner.query(REVIEW);
  }

  /** Refused by the old constraints when somebody stands in a role that they do not know. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(REVIEW_GONE);
    await runner.query(ASSIGNMENT_GONE);
    await runner.query(erased(NOTED_NOW, NOTED_OF_OLD));
    await runner.query(OFFICERS_GONE);
    await runner.query(`DROP TABLE redress.representation;`);
    await runner.query(PEOPLE_GONE);
  }
}

const PEOPLE = `
  ALTER TABLE redress.complaint_person
    -- Which roles there are, the case's charter says.
    DROP CONSTRAINT complaint_person_roles_check,
    ADD CONSTRAINT complaint_person_has_a_role CHECK (cardinality(roles) > 0),
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    -- Was never part of it, or is no longer: the row and its reason stay.
    ADD COLUMN end_reason_cipher bytea,
    ADD COLUMN ended_by uuid,
    ADD COLUMN ended_at timestamptz,
    ADD FOREIGN KEY (jurisdiction_id, ended_by) REFERENCES redress.staff,
    ADD CHECK (num_nonnulls(end_reason_cipher, ended_by, ended_at) IN (0, 3));

  -- What was noted of a person before an edit, whole, as JSON under the case's key.
  CREATE TABLE redress.person_version (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    person_id uuid NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    former_cipher bytea NOT NULL,
    reason_cipher bytea NOT NULL,
    edited_by uuid NOT NULL,
    edited_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, person_id, number),
    FOREIGN KEY (jurisdiction_id, complaint_id, person_id) REFERENCES redress.complaint_person (jurisdiction_id, complaint_id, id),
    FOREIGN KEY (jurisdiction_id, edited_by) REFERENCES redress.staff
  );
  CREATE INDEX person_version_by_complaint ON redress.person_version (jurisdiction_id, complaint_id);
  SELECT redress.protect('redress.person_version', 'complaint_id');
  SELECT redress.append_only('redress.person_version');

  -- Nothing that was noted of a person is written over unless it is kept: whoever writes, by whatever way. What was not
  -- there before (an anonymous person who says who they are) takes nothing away.
  CREATE FUNCTION redress.keep_former_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF (NEW.roles = OLD.roles)
      AND (OLD.name_cipher IS NULL OR NEW.name_cipher IS NOT DISTINCT FROM OLD.name_cipher)
      AND (OLD.contact_cipher IS NULL OR NEW.contact_cipher IS NOT DISTINCT FROM OLD.contact_cipher)
      AND (OLD.race IS NULL OR NEW.race IS NOT DISTINCT FROM OLD.race)
      AND (OLD.gender IS NULL OR NEW.gender IS NOT DISTINCT FROM OLD.gender)
      AND (OLD.age_at_incident IS NULL OR NEW.age_at_incident IS NOT DISTINCT FROM OLD.age_at_incident)
      AND (OLD.injured IS NULL OR NEW.injured IS NOT DISTINCT FROM OLD.injured)
    THEN RETURN NEW; END IF;
    IF EXISTS (SELECT FROM redress.erasure_in_hand e
      WHERE e.jurisdiction_id = OLD.jurisdiction_id AND e.complaint_id = OLD.complaint_id) THEN RETURN NEW; END IF;
    IF NEW.version = OLD.version + 1 AND EXISTS (SELECT FROM redress.person_version v WHERE v.jurisdiction_id = OLD.jurisdiction_id
      AND v.person_id = OLD.id AND v.number = OLD.version) THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'complaint_person: the former version is not kept' USING ERRCODE = 'RD001';
  END $$;
  CREATE TRIGGER keep_former BEFORE UPDATE ON redress.complaint_person
    FOR EACH ROW EXECUTE FUNCTION redress.keep_former_person();
`;
const PEOPLE_GONE = `
  DROP TRIGGER keep_former ON redress.complaint_person;
  DROP FUNCTION redress.keep_former_person();
  DROP TABLE redress.person_version;
  ALTER TABLE redress.complaint_person DROP COLUMN end_reason_cipher, DROP COLUMN ended_by, DROP COLUMN ended_at, DROP COLUMN version,
    DROP CONSTRAINT complaint_person_has_a_role,
    ADD CONSTRAINT complaint_person_roles_check CHECK (cardinality(roles) > 0 AND roles <@ ARRAY['complainant', 'victim', 'witness',
      'third_party', 'guardian', 'attorney', 'police_employee', 'interpreter', 'representative']);
`;

const REPRESENTATION = `
  -- Who stands for whom in a case, since when, until when, and what may be given to them in that person's place.
  CREATE TABLE redress.representation (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    representative_id uuid NOT NULL,
    -- One of the two: a person of the case, or an officer of it
    person_id uuid CHECK (person_id <> representative_id),
    complaint_officer_id uuid,
    from_day date NOT NULL,
    until_day date CHECK (until_day >= from_day),
    -- Words of the charter
    receives text[] NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    ended_by uuid,
    ended_at timestamptz,
    PRIMARY KEY (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id, representative_id)
      REFERENCES redress.complaint_person (jurisdiction_id, complaint_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id, person_id) REFERENCES redress.complaint_person (jurisdiction_id, complaint_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id, complaint_officer_id)
      REFERENCES redress.complaint_officer (jurisdiction_id, complaint_id, id),
    FOREIGN KEY (jurisdiction_id, recorded_by) REFERENCES redress.staff,
    FOREIGN KEY (jurisdiction_id, ended_by) REFERENCES redress.staff,
    CHECK (num_nonnulls(person_id, complaint_officer_id) = 1),
    CHECK ((ended_by IS NULL) = (ended_at IS NULL) AND (ended_at IS NULL OR until_day IS NOT NULL))
  );
  CREATE INDEX representation_by_complaint ON redress.representation (jurisdiction_id, complaint_id);
  SELECT redress.protect('redress.representation', 'complaint_id');
  -- It may end; whom it was for, since when and what went to them stays as it was recorded.
  REVOKE UPDATE ON redress.representation FROM redress_app;
  GRANT UPDATE (until_day, ended_by, ended_at) ON redress.representation TO redress_app;
`;

const OFFICERS = `
  ALTER TABLE redress.officer ADD COLUMN command text;
  -- from_day NULL: what the register said before the first day that anybody told.
  ALTER TABLE redress.officer_post
    ADD COLUMN command text,
    ADD COLUMN supersedes uuid,
    ALTER COLUMN from_day DROP NOT NULL,
    DROP CONSTRAINT officer_post_check,
    ADD CONSTRAINT officer_post_says_something CHECK (num_nonnulls(rank, unit, command) > 0),
    ADD CONSTRAINT officer_post_of_officer UNIQUE (jurisdiction_id, officer_id, id),
    ADD UNIQUE (jurisdiction_id, supersedes),
    ADD FOREIGN KEY (jurisdiction_id, officer_id, supersedes) REFERENCES redress.officer_post (jurisdiction_id, officer_id, id);
  CREATE UNIQUE INDEX officer_post_undated_once ON redress.officer_post (jurisdiction_id, officer_id) WHERE from_day IS NULL;

  ALTER TABLE redress.complaint_officer
    -- At the incident; of one whom nobody can name it is often all that is known
    ADD COLUMN department_id uuid,
    ADD COLUMN command_at_incident text,
    -- Where rank, unit and command at the incident are from
    ADD COLUMN incident_basis text CHECK (incident_basis IN ('told', 'posts', 'register')),
    ADD FOREIGN KEY (jurisdiction_id, department_id) REFERENCES redress.department;

  ALTER TABLE redress.officer_identification
    -- A word of the charter: the roster, a video, the badge
    ADD COLUMN means text,
    ADD COLUMN supersedes uuid,
    ADD CONSTRAINT officer_identification_of_officer UNIQUE (jurisdiction_id, complaint_officer_id, id),
    ADD UNIQUE (jurisdiction_id, supersedes),
    ADD FOREIGN KEY (jurisdiction_id, complaint_officer_id, supersedes)
      REFERENCES redress.officer_identification (jurisdiction_id, complaint_officer_id, id);
`;
const OFFICERS_GONE = `
  ALTER TABLE redress.officer_identification DROP COLUMN supersedes, DROP COLUMN means, DROP CONSTRAINT officer_identification_of_officer;
  ALTER TABLE redress.complaint_officer DROP COLUMN department_id, DROP COLUMN command_at_incident, DROP COLUMN incident_basis;
  DROP INDEX redress.officer_post_undated_once;
  ALTER TABLE redress.officer_post DROP CONSTRAINT officer_post_says_something, DROP COLUMN supersedes, DROP COLUMN command,
    DROP CONSTRAINT officer_post_of_officer, ALTER COLUMN from_day SET NOT NULL,
    ADD CONSTRAINT officer_post_check CHECK (rank IS NOT NULL OR unit IS NOT NULL);
  ALTER TABLE redress.officer DROP COLUMN command;
`;

const NOTED_OF_OLD = 'rank_at_incident = NULL, unit_at_incident = NULL';
const NOTED_NOW = `${NOTED_OF_OLD}, command_at_incident = NULL, department_id = NULL`;

/** What an erasure empties is changed as it stands, so that what other migrations added to it stays. */
const erased = (from: string, to: string): string => `
  DO $$ DECLARE known text; BEGIN
    SELECT pg_get_functiondef('redress.erase_the_rest(uuid, uuid)'::regprocedure) INTO known;
    IF strpos(known, '${from}') = 0 THEN RAISE EXCEPTION 'erase_the_rest is not as it was'; END IF;
    EXECUTE replace(known, '${from}', '${to}');
  END $$;`;

const ASSIGNMENT = `
  ALTER TABLE redress.assignment
    -- Why to them, or why from the one before to them
    ADD COLUMN reason_cipher bytea,
    ADD COLUMN ended_by uuid,
    ADD COLUMN ended_why text CHECK (ended_why IN ('reassigned', 'recused')),
    ADD FOREIGN KEY (jurisdiction_id, ended_by) REFERENCES redress.staff,
    ADD CHECK (ended_at IS NOT NULL OR (ended_by IS NULL AND ended_why IS NULL));
`;
const ASSIGNMENT_GONE = `
  ALTER TABLE redress.assignment DROP COLUMN reason_cipher, DROP COLUMN ended_by, DROP COLUMN ended_why;
`;

const REVIEW = `
  -- How many times findings were drafted: an approval is of one draft, and counts for no later one.
  ALTER TABLE redress.complaint ADD COLUMN draft integer NOT NULL DEFAULT 0;
  ALTER TABLE redress.supervisor_review ADD COLUMN draft integer NOT NULL DEFAULT 0;

  -- The database counts, whatever is written there.
  CREATE FUNCTION redress.note_draft() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    SELECT c.draft INTO STRICT NEW.draft FROM redress.complaint c
     WHERE c.jurisdiction_id = NEW.jurisdiction_id AND c.id = NEW.complaint_id;
    RETURN NEW;
  END $$;
  CREATE TRIGGER note_draft BEFORE INSERT ON redress.supervisor_review FOR EACH ROW EXECUTE FUNCTION redress.note_draft();

  -- Drafted findings go to the board, or become final, when somebody has approved this very draft; unless the case's
  -- charter says that its agency has no such stage. A charter that is older than the question has it.
  CREATE FUNCTION redress.refuse_unreviewed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.draft := OLD.draft + CASE WHEN NEW.status = 'findings_drafted' AND OLD.status <> 'findings_drafted' THEN 1 ELSE 0 END;
    IF OLD.status = 'findings_drafted' AND NEW.status IN ('before_board', 'with_chief', 'closed')
      AND coalesce((SELECT (h.document #>> '{investigation,reviewRequired}')::boolean FROM redress.charter h
        WHERE h.jurisdiction_id = NEW.jurisdiction_id AND h.id = NEW.charter_id), true)
      AND NOT EXISTS (SELECT FROM redress.supervisor_review r WHERE r.jurisdiction_id = NEW.jurisdiction_id
        AND r.complaint_id = NEW.id AND r.decision = 'approve' AND r.draft = OLD.draft)
    THEN RAISE EXCEPTION 'the drafted findings are not approved' USING ERRCODE = 'RD027'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER refuse_unreviewed BEFORE UPDATE OF status, draft ON redress.complaint
    FOR EACH ROW EXECUTE FUNCTION redress.refuse_unreviewed();
`;
const REVIEW_GONE = `
  DROP TRIGGER refuse_unreviewed ON redress.complaint; DROP FUNCTION redress.refuse_unreviewed();
  DROP TRIGGER note_draft ON redress.supervisor_review; DROP FUNCTION redress.note_draft();
  ALTER TABLE redress.supervisor_review DROP COLUMN draft;
  ALTER TABLE redress.complaint DROP COLUMN draft;
`;
