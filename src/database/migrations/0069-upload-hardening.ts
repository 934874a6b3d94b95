import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an erasure empties is changed as it stands, so that what other migrations added to it stays. */
const erased = (from: string, to: string): string => `
  DO $$ DECLARE known text; BEGIN
    SELECT pg_get_functiondef('redress.erase_the_rest(uuid, uuid)'::regprocedure) INTO known;
    IF strpos(known, $from$${from}$from$) = 0 THEN RAISE EXCEPTION 'erase_the_rest is not as it was'; END IF;
    EXECUTE replace(known, $from$${from}$from$, $to$${to}$to$);
  END $$;`;

const FILE = 'UPDATE redress.evidence_file SET sha256';
const FILE_AND_COPY = `INSERT INTO redress.object_to_delete (jurisdiction_id, object_key)
      SELECT here, object_key FROM redress.evidence_copy
       WHERE jurisdiction_id = here AND complaint_id = erased AND object_key IS NOT NULL
    ON CONFLICT DO NOTHING;
    DELETE FROM redress.evidence_copy WHERE jurisdiction_id = here AND complaint_id = erased;
    UPDATE redress.evidence_file SET notes = DEFAULT, sha256`;

/**
 * What was found when a file was looked into, and the copy of a picture without what the camera wrote into it. The
 * original stays what it was: evidence.
 */
export class UploadHardening0069 implements MigrationInterface {
  name = 'UploadHardening1700000000069';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE redress.evidence_file ADD COLUMN notes text[] NOT NULL DEFAULT '{}'
        CHECK (array_position(notes, NULL) IS NULL AND cardinality(notes) <= 20);
      -- Pictures of which a copy is still to be made are looked for every few minutes.
      CREATE INDEX evidence_file_pictures ON redress.evidence_file (jurisdiction_id, item_id)
        WHERE starts_with(media_type, 'image/');

      CREATE TABLE redress.evidence_copy (
        jurisdiction_id uuid NOT NULL,
        item_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        -- Why there is none; everything else is NULL then
        unmade text CHECK (unmade IN ('undecodable', 'too_large', 'too_slow', 'altered', 'missing')),
        object_key text UNIQUE,
        bytes bigint CHECK (bytes > 0),
        -- Of the copy's bytes before they were sealed
        sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        width integer CHECK (width > 0),
        height integer CHECK (height > 0),
        made_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, item_id),
        FOREIGN KEY (jurisdiction_id, complaint_id, item_id)
          REFERENCES redress.evidence_item (jurisdiction_id, complaint_id, id),
        CHECK (num_nonnulls(object_key, bytes, sha256, width, height) = CASE WHEN unmade IS NULL THEN 5 ELSE 0 END)
      );
      SELECT redress.protect('redress.evidence_copy', 'complaint_id');
      SELECT redress.append_only('redress.evidence_copy');

      ALTER TABLE redress.evidence_access DROP CONSTRAINT evidence_access_what_check;
      ALTER TABLE redress.evidence_access ADD CONSTRAINT evidence_access_what_check
        CHECK (what IN ('content', 'copy', 'verification', 'custody_report'));
      ${erased(FILE, FILE_AND_COPY)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${erased(FILE_AND_COPY, FILE)}
      -- Who looked at a copy looked at the file.
      ALTER TABLE redress.evidence_access DISABLE TRIGGER append_only;
      UPDATE redress.evidence_access SET what = 'content' WHERE what = 'copy';
      ALTER TABLE redress.evidence_access ENABLE TRIGGER append_only;
      ALTER TABLE redress.evidence_access DROP CONSTRAINT evidence_access_what_check;
      ALTER TABLE redress.evidence_access ADD CONSTRAINT evidence_access_what_check
        CHECK (what IN ('content', 'verification', 'custody_report'));
      DROP TABLE redress.evidence_copy;
      DROP INDEX redress.evidence_file_pictures;
      ALTER TABLE redress.evidence_file DROP COLUMN notes;
    `);
  }
}
