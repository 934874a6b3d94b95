import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A text about a case that is meant for the public: drafted, its hits decided, approved by two people who wrote none of it.
 * Until it is published it stands sealed under the case's key, so that whoever destroys the key destroys it too.
 */
export class PublicSummary0011 implements MigrationInterface {
  name = 'PublicSummary1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE redress.public_summary (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('draft', 'awaiting_approval', 'approved', 'withdrawn')),
        revision_id uuid NOT NULL,
        -- What was shown and decided when it was approved: the hash of the text's hits with their reasons.
        review_sha256 text CHECK (review_sha256 ~ '^[0-9a-f]{64}$'),
        submitted_at timestamptz,
        approved_at timestamptz,
        withdrawn_at timestamptz,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        CHECK ((status = 'approved') = (approved_at IS NOT NULL AND review_sha256 IS NOT NULL)),
        CHECK (status NOT IN ('awaiting_approval', 'approved') OR submitted_at IS NOT NULL),
        CHECK ((status = 'withdrawn') = (withdrawn_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX one_public_summary ON redress.public_summary (jurisdiction_id, complaint_id)
        WHERE status <> 'withdrawn';
      CREATE INDEX public_summary_awaiting ON redress.public_summary (jurisdiction_id, id)
        WHERE status = 'awaiting_approval';
      SELECT redress.protect('redress.public_summary', 'complaint_id');

      -- Each text that it ever was, and whose.
      CREATE TABLE redress.public_summary_revision (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        summary_id uuid NOT NULL,
        text_cipher bytea NOT NULL,
        text_sha256 text NOT NULL CHECK (text_sha256 ~ '^[0-9a-f]{64}$'),
        written_by uuid NOT NULL,
        written_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, summary_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id, summary_id)
          REFERENCES redress.public_summary (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, written_by) REFERENCES redress.staff
      );
      SELECT redress.protect('redress.public_summary_revision', 'complaint_id');
      SELECT redress.append_only('redress.public_summary_revision');
      -- The two refer to each other: the summary to the text that it is now.
      ALTER TABLE redress.public_summary ADD FOREIGN KEY (jurisdiction_id, complaint_id, id, revision_id)
        REFERENCES redress.public_summary_revision (jurisdiction_id, complaint_id, summary_id, id)
        DEFERRABLE INITIALLY DEFERRED;

      -- A hit that was left in the text, and why. The hit is named by a hash of its place and kind: no words stand open.
      CREATE TABLE redress.public_summary_kept_hit (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        summary_id uuid NOT NULL,
        revision_id uuid NOT NULL,
        hit_id text NOT NULL CHECK (hit_id ~ '^[0-9a-f]{16}$'),
        reason_cipher bytea NOT NULL,
        kept_by uuid NOT NULL,
        kept_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, revision_id, hit_id),
        FOREIGN KEY (jurisdiction_id, complaint_id, summary_id, revision_id)
          REFERENCES redress.public_summary_revision (jurisdiction_id, complaint_id, summary_id, id),
        FOREIGN KEY (jurisdiction_id, kept_by) REFERENCES redress.staff
      );
      SELECT redress.protect('redress.public_summary_kept_hit', 'complaint_id');
      SELECT redress.append_only('redress.public_summary_kept_hit');

      -- An approval is of one text with what was shown of it: both hashes are part of what was signed.
      CREATE TABLE redress.public_summary_approval (
        jurisdiction_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        summary_id uuid NOT NULL,
        revision_id uuid NOT NULL,
        review_sha256 text NOT NULL CHECK (review_sha256 ~ '^[0-9a-f]{64}$'),
        staff_id uuid NOT NULL,
        text_sha256 text NOT NULL CHECK (text_sha256 ~ '^[0-9a-f]{64}$'),
        hits_shown integer NOT NULL CHECK (hits_shown >= 0),
        approved_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, revision_id, review_sha256, staff_id),
        FOREIGN KEY (jurisdiction_id, complaint_id, summary_id, revision_id)
          REFERENCES redress.public_summary_revision (jurisdiction_id, complaint_id, summary_id, id),
        FOREIGN KEY (jurisdiction_id, staff_id) REFERENCES redress.staff
      );
      SELECT redress.protect('redress.public_summary_approval', 'complaint_id');
      SELECT redress.append_only('redress.public_summary_approval');

      CREATE FUNCTION redress.refuse_own_summary() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM redress.public_summary_revision r WHERE r.jurisdiction_id = NEW.jurisdiction_id
            AND r.summary_id = NEW.summary_id AND r.written_by = NEW.staff_id) THEN
          RAISE EXCEPTION 'nobody approves a summary that they wrote' USING ERRCODE = 'RD012';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refuse_own_summary BEFORE INSERT ON redress.public_summary_approval
        FOR EACH ROW EXECUTE FUNCTION redress.refuse_own_summary();

      -- How many people other than its writers, and not recused since, have approved this text with these hits.
      CREATE FUNCTION redress.summary_approvals(jurisdiction uuid, revision uuid, review text) RETURNS bigint
      LANGUAGE sql STABLE AS $$
        SELECT count(DISTINCT a.staff_id)
          FROM redress.public_summary_approval a
          JOIN redress.public_summary_revision r ON r.jurisdiction_id = a.jurisdiction_id AND r.id = a.revision_id
           AND r.text_sha256 = a.text_sha256
         WHERE a.jurisdiction_id = jurisdiction AND a.revision_id = revision AND a.review_sha256 = review
           AND NOT EXISTS (SELECT FROM redress.public_summary_revision w WHERE w.jurisdiction_id = a.jurisdiction_id
             AND w.summary_id = a.summary_id AND w.written_by = a.staff_id)
           AND NOT EXISTS (SELECT FROM redress.recusal wall WHERE wall.jurisdiction_id = a.jurisdiction_id
             AND wall.complaint_id = a.complaint_id AND wall.staff_id = a.staff_id)
      $$;

      CREATE FUNCTION redress.refuse_unapproved_summary() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.status = 'withdrawn' THEN
          RAISE EXCEPTION 'a withdrawn summary stays withdrawn' USING ERRCODE = 'RD001';
        END IF;
        IF NEW.status = 'approved' AND redress.summary_approvals(NEW.jurisdiction_id, NEW.revision_id, NEW.review_sha256) < 2
        THEN
          RAISE EXCEPTION 'a summary is approved by two people who wrote none of it' USING ERRCODE = 'RD011';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refuse_unapproved_summary BEFORE INSERT OR UPDATE ON redress.public_summary
        FOR EACH ROW EXECUTE FUNCTION redress.refuse_unapproved_summary();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE redress.public_summary DROP CONSTRAINT public_summary_jurisdiction_id_complaint_id_id_revision_id_fkey;
      DROP TABLE redress.public_summary_approval; DROP TABLE redress.public_summary_kept_hit;
      DROP TABLE redress.public_summary_revision; DROP TABLE redress.public_summary;
      DROP FUNCTION redress.refuse_own_summary(); DROP FUNCTION redress.refuse_unapproved_summary();
      DROP FUNCTION redress.summary_approvals(uuid, uuid, text);
    `);
  }
}
