import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Evidence: what there is, what its bytes were when they came, who held it, who looked. What was recorded is not rewritten;
 * the bytes themselves lie sealed in a store outside the database, under `object_key`.
 */
export class Evidence0021 implements MigrationInterface {
  name = 'Evidence1700000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Begun before the first byte is stored, so that what a broken upload leaves in the store can be found and removed.
      CREATE TABLE redress.evidence_upload (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        object_key text NOT NULL,
        begun_at timestamptz NOT NULL,
        settled boolean NOT NULL DEFAULT false,
        PRIMARY KEY (jurisdiction_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint
      );
      CREATE INDEX evidence_upload_unsettled ON redress.evidence_upload (jurisdiction_id, begun_at) WHERE NOT settled;
      SELECT redress.protect('redress.evidence_upload', 'complaint_id');

      CREATE TABLE redress.evidence_item (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        -- E-1, E-2 … of the case
        number integer NOT NULL CHECK (number > 0),
        kind text NOT NULL CHECK (kind IN ('file', 'physical')),
        -- NULL: the person who complains sent it.
        added_by uuid,
        added_at timestamptz NOT NULL,
        original boolean NOT NULL,
        collected_on date,
        title_cipher bytea NOT NULL,
        -- Collected by, from whom, where; quantity and place of a thing: JSON, sealed.
        details_cipher bytea NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, id),
        UNIQUE (jurisdiction_id, complaint_id, number),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, added_by) REFERENCES redress.staff
      );
      SELECT redress.protect('redress.evidence_item', 'complaint_id');
      SELECT redress.append_only('redress.evidence_item');

      CREATE TABLE redress.evidence_file (
        jurisdiction_id uuid NOT NULL,
        item_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        media_type text NOT NULL,
        bytes bigint NOT NULL CHECK (bytes > 0),
        -- Of the bytes as they came, before they were sealed
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        object_key text NOT NULL,
        name_cipher bytea,
        -- A scanner was set when it came: it is not served before the scanner has found it clean.
        quarantined boolean NOT NULL,
        PRIMARY KEY (jurisdiction_id, item_id),
        UNIQUE (object_key),
        FOREIGN KEY (jurisdiction_id, complaint_id, item_id)
          REFERENCES redress.evidence_item (jurisdiction_id, complaint_id, id)
      );
      SELECT redress.protect('redress.evidence_file', 'complaint_id');
      SELECT redress.append_only('redress.evidence_file');

      CREATE TABLE redress.evidence_scan (
        jurisdiction_id uuid NOT NULL,
        item_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        result text NOT NULL CHECK (result IN ('clean', 'infected')),
        scanned_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, item_id),
        FOREIGN KEY (jurisdiction_id, complaint_id, item_id)
          REFERENCES redress.evidence_item (jurisdiction_id, complaint_id, id)
      );
      SELECT redress.protect('redress.evidence_scan', 'complaint_id');
      SELECT redress.append_only('redress.evidence_scan');

      -- Whether the bytes are still those that came: asked by a person, or found out when somebody read them.
      CREATE TABLE redress.evidence_check (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        item_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        ok boolean NOT NULL,
        fault text CHECK (fault IN ('altered', 'missing')),
        checked_by uuid,
        checked_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id, item_id)
          REFERENCES redress.evidence_item (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, checked_by) REFERENCES redress.staff,
        CHECK (ok = (fault IS NULL))
      );
      CREATE INDEX evidence_check_by_item ON redress.evidence_check (jurisdiction_id, item_id);
      SELECT redress.protect('redress.evidence_check', 'complaint_id');
      SELECT redress.append_only('redress.evidence_check');

      CREATE TABLE redress.evidence_access (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        item_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        what text NOT NULL CHECK (what IN ('content', 'verification', 'custody_report')),
        staff_id uuid NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id, item_id)
          REFERENCES redress.evidence_item (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, staff_id) REFERENCES redress.staff
      );
      CREATE INDEX evidence_access_by_item ON redress.evidence_access (jurisdiction_id, item_id);
      SELECT redress.protect('redress.evidence_access', 'complaint_id');
      SELECT redress.append_only('redress.evidence_access');

      -- From hand to hand. Who released it is who received it last (NIEM, j:CustodyTransferType): the chain has no gap by
      -- its making, and of two who hand it on at once one is told no.
      CREATE TABLE redress.custody_transfer (
        jurisdiction_id uuid NOT NULL,
        item_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        sequence integer NOT NULL CHECK (sequence > 0),
        received_by uuid,
        -- To whom outside, which agency, where, what for: JSON, sealed
        details_cipher bytea NOT NULL,
        outside boolean NOT NULL,
        recorded_by uuid NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, item_id, sequence),
        FOREIGN KEY (jurisdiction_id, complaint_id, item_id)
          REFERENCES redress.evidence_item (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, received_by) REFERENCES redress.staff,
        FOREIGN KEY (jurisdiction_id, recorded_by) REFERENCES redress.staff,
        CHECK (outside = (received_by IS NULL))
      );
      SELECT redress.protect('redress.custody_transfer', 'complaint_id');
      SELECT redress.append_only('redress.custody_transfer');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE redress.custody_transfer; DROP TABLE redress.evidence_access; DROP TABLE redress.evidence_check;
      DROP TABLE redress.evidence_scan; DROP TABLE redress.evidence_file; DROP TABLE redress.evidence_item;
      DROP TABLE redress.evidence_upload;
    `);
  }
}
