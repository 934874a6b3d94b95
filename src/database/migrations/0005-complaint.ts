import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The case. What names a member of the public (names, contacts, narratives, places as told) stands only in `*_cipher`
 * columns: AES-256-GCM under the case's own key, bound to table, column and row. `original` keeps an import's own words
 * beside the normalised value; sources that hold names are not imported there.
 */
export class Complaint0005 implements MigrationInterface {
  name = 'Complaint1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE redress.complaint (
        jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
        id uuid NOT NULL,
        case_number text NOT NULL,
        charter_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('complaint', 'commendation')),
        channel text NOT NULL,
        anonymous boolean NOT NULL,
        status text NOT NULL CHECK (status IN ('filed', 'declined', 'referred', 'accepted', 'investigating',
          'findings_drafted', 'before_board', 'with_chief', 'closed', 'withdrawn')),
        received_at timestamptz,
        incident_on date,
        district text,
        beat text,
        closed_on date,
        language text,
        narrative_cipher bytea,
        place_cipher bytea,
        source text,
        source_key text,
        original jsonb,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, case_number),
        UNIQUE (jurisdiction_id, source, source_key),
        FOREIGN KEY (jurisdiction_id, charter_id) REFERENCES redress.charter,
        CHECK ((source IS NULL) = (source_key IS NULL)),
        CHECK (status <> 'closed' OR closed_on IS NOT NULL OR source IS NOT NULL),
        -- The hour is as near as anyone may come to when an anonymous person wrote.
        CHECK (NOT anonymous OR received_at = date_trunc('hour', received_at, 'UTC')),
        CHECK (received_at IS NOT NULL OR source IS NOT NULL)
      );
      CREATE INDEX complaint_by_received ON redress.complaint (jurisdiction_id, received_at DESC, id DESC);
      CREATE INDEX complaint_by_status ON redress.complaint (jurisdiction_id, status, received_at DESC, id DESC);

      -- A person who is recused from a case is walled off from it: redress.protect() reads this table.
      CREATE TABLE redress.recusal (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        reason text NOT NULL,
        declared_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, staff_id),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, staff_id) REFERENCES redress.staff
      );
      SELECT redress.protect('redress.recusal');
      SELECT redress.append_only('redress.recusal');

      SELECT redress.protect('redress.complaint', 'id');
      SELECT redress.protect('redress.history_event', 'complaint_id');
      SELECT redress.append_only('redress.history_event');

      -- The case's data key, wrapped. To destroy it is to make the case unreadable for good, in backups too.
      CREATE TABLE redress.case_key (
        jurisdiction_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        wrapping_key_id text NOT NULL,
        wrapped bytea,
        destroyed_at timestamptz,
        PRIMARY KEY (jurisdiction_id, complaint_id),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
      );
      SELECT redress.protect('redress.case_key', 'complaint_id');

      CREATE TABLE redress.receipt (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, code_hash),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint
      );
      SELECT redress.protect('redress.receipt', 'complaint_id');
      SELECT redress.append_only('redress.receipt');

      CREATE TABLE redress.complaint_person (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        roles text[] NOT NULL CHECK (cardinality(roles) > 0 AND roles <@ ARRAY['complainant', 'victim', 'witness',
          'third_party', 'guardian', 'attorney', 'police_employee', 'interpreter', 'representative']),
        name_cipher bytea,
        contact_cipher bytea,
        race text,
        gender text,
        age_at_incident integer CHECK (age_at_incident BETWEEN 0 AND 120),
        injured boolean,
        source_position integer,
        original jsonb,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, source_position),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint
      );
      CREATE INDEX complaint_person_by_complaint ON redress.complaint_person (jurisdiction_id, complaint_id);
      SELECT redress.protect('redress.complaint_person', 'complaint_id');

      CREATE TABLE redress.officer (
        jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
        id uuid NOT NULL,
        department_id uuid,
        badge_number text,
        name text,
        birth_year integer CHECK (birth_year BETWEEN 1850 AND 2100),
        race text,
        gender text,
        appointed_on date,
        resigned_on date,
        rank text,
        unit text,
        source text,
        source_key text,
        original jsonb,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, source, source_key),
        FOREIGN KEY (jurisdiction_id, department_id) REFERENCES redress.department
      );
      CREATE UNIQUE INDEX officer_by_badge ON redress.officer (jurisdiction_id, department_id, badge_number)
        WHERE badge_number IS NOT NULL;
      SELECT redress.protect('redress.officer');

      -- An officer in a case: known, or unknown and described until identified. Rank and unit as they were at the incident.
      CREATE TABLE redress.complaint_officer (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        role text NOT NULL CHECK (role IN ('subject', 'witness')),
        officer_id uuid,
        description_cipher bytea,
        rank_at_incident text,
        unit_at_incident text,
        identified_at timestamptz,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, id),
        UNIQUE (jurisdiction_id, complaint_id, officer_id),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, officer_id) REFERENCES redress.officer
      );
      CREATE INDEX complaint_officer_by_officer ON redress.complaint_officer (jurisdiction_id, officer_id);
      SELECT redress.protect('redress.complaint_officer', 'complaint_id');

      CREATE TABLE redress.allegation (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        complaint_officer_id uuid NOT NULL,
        category text NOT NULL,
        source_position integer,
        original jsonb,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, id),
        UNIQUE (jurisdiction_id, complaint_id, source_position),
        FOREIGN KEY (jurisdiction_id, complaint_id, complaint_officer_id)
          REFERENCES redress.complaint_officer (jurisdiction_id, complaint_id, id)
      );
      SELECT redress.protect('redress.allegation', 'complaint_id');

      -- One finding a stage; a correction supersedes the row before it, so that the chain of decisions is kept.
      CREATE TABLE redress.finding (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        allegation_id uuid NOT NULL,
        stage text NOT NULL CHECK (stage IN ('investigator', 'supervisor', 'board', 'chief', 'final')),
        finding text NOT NULL,
        generic_class text NOT NULL CHECK (generic_class IN ('sustained', 'not_sustained', 'exonerated', 'unfounded',
          'no_finding', 'mediated', 'pending')),
        reasons_cipher bytea,
        recorded_by uuid,
        recorded_at timestamptz NOT NULL,
        supersedes uuid,
        original text,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, allegation_id, stage, id),
        UNIQUE (jurisdiction_id, supersedes),
        FOREIGN KEY (jurisdiction_id, complaint_id, allegation_id)
          REFERENCES redress.allegation (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, allegation_id, stage, supersedes)
          REFERENCES redress.finding (jurisdiction_id, allegation_id, stage, id)
      );
      CREATE UNIQUE INDEX finding_starts_once ON redress.finding (jurisdiction_id, allegation_id, stage)
        WHERE supersedes IS NULL;
      SELECT redress.protect('redress.finding', 'complaint_id');
      SELECT redress.append_only('redress.finding');

      -- What was recommended and what was imposed are kept apart: they differ often, and both are public.
      CREATE TABLE redress.discipline (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        allegation_id uuid NOT NULL,
        stage text NOT NULL CHECK (stage IN ('recommended', 'imposed')),
        kind text NOT NULL,
        days integer CHECK (days > 0),
        recorded_at timestamptz NOT NULL,
        supersedes uuid,
        original text,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, allegation_id, stage, id),
        UNIQUE (jurisdiction_id, supersedes),
        FOREIGN KEY (jurisdiction_id, complaint_id, allegation_id)
          REFERENCES redress.allegation (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, allegation_id, stage, supersedes)
          REFERENCES redress.discipline (jurisdiction_id, allegation_id, stage, id)
      );
      CREATE UNIQUE INDEX discipline_starts_once ON redress.discipline (jurisdiction_id, allegation_id, stage)
        WHERE supersedes IS NULL;
      SELECT redress.protect('redress.discipline', 'complaint_id');
      SELECT redress.append_only('redress.discipline');

      -- What was decided at the door, and why. A referral names the body that the case was passed to.
      CREATE TABLE redress.screening (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        decision text NOT NULL CHECK (decision IN ('accept', 'decline', 'refer')),
        referred_to text,
        reason_cipher bytea,
        decided_by uuid NOT NULL,
        decided_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, decided_by) REFERENCES redress.staff,
        CHECK ((decision = 'refer') = (referred_to IS NOT NULL)),
        CHECK (decision = 'accept' OR reason_cipher IS NOT NULL)
      );
      SELECT redress.protect('redress.screening', 'complaint_id');
      SELECT redress.append_only('redress.screening');

      CREATE TABLE redress.assignment (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        assigned_by uuid NOT NULL,
        assigned_at timestamptz NOT NULL,
        ended_at timestamptz,
        PRIMARY KEY (jurisdiction_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, staff_id) REFERENCES redress.staff,
        FOREIGN KEY (jurisdiction_id, assigned_by) REFERENCES redress.staff
      );
      CREATE UNIQUE INDEX assignment_one_at_a_time ON redress.assignment (jurisdiction_id, complaint_id)
        WHERE ended_at IS NULL;
      SELECT redress.protect('redress.assignment', 'complaint_id');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY recusal_wall ON redress.history_event; DROP POLICY own_jurisdiction ON redress.history_event;
      DROP TRIGGER append_only ON redress.history_event; DROP TRIGGER append_only_whole ON redress.history_event;
      ALTER TABLE redress.history_event NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE redress.history_event DISABLE ROW LEVEL SECURITY;
      REVOKE ALL ON redress.history_event FROM redress_app;
      DROP TABLE redress.assignment; DROP TABLE redress.screening; DROP TABLE redress.discipline; DROP TABLE redress.finding;
      DROP TABLE redress.allegation; DROP TABLE redress.complaint_officer; DROP TABLE redress.officer;
      DROP TABLE redress.complaint_person; DROP TABLE redress.receipt; DROP TABLE redress.case_key;
      DROP POLICY recusal_wall ON redress.complaint;
      DROP TABLE redress.recusal; DROP TABLE redress.complaint;
    `);
  }
}
