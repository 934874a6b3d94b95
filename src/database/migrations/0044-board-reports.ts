import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reports of the board that are out: kept as they were made, byte for byte. A later release does not change one; what was wrong
 * in it is put right in a new edition, beside the old one.
 */
export class BoardReports0044 implements MigrationInterface {
  name = 'BoardReports1700000000044';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE redress.board_report (
        jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
        id uuid NOT NULL,
        period text NOT NULL CHECK (period ~ '^(19|20)[0-9]{2}(-Q[1-4])?$'),
        edition integer NOT NULL CHECK (edition > 0),
        -- Of all that the report says; the edition's own number and reason apart
        content_sha256 text NOT NULL CHECK (content_sha256 ~ '^[0-9a-f]{64}$'),
        -- Public from the moment that it is written: why there is another edition
        correction text CHECK (length(btrim(correction)) > 0),
        published_by uuid NOT NULL,
        published_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, period, edition),
        FOREIGN KEY (jurisdiction_id, published_by) REFERENCES redress.staff,
        CHECK ((edition > 1) = (correction IS NOT NULL))
      );
      SELECT redress.protect('redress.board_report');
      SELECT redress.append_only('redress.board_report');

      -- Editions follow each other: none is left out, so that nobody can make one that readers do not miss.
      CREATE FUNCTION redress.refuse_skipped_edition() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.edition > 1 AND NOT EXISTS (SELECT FROM redress.board_report b WHERE b.jurisdiction_id = NEW.jurisdiction_id
            AND b.period = NEW.period AND b.edition = NEW.edition - 1 AND b.content_sha256 <> NEW.content_sha256) THEN
          RAISE EXCEPTION 'an edition follows another one that says something else' USING ERRCODE = 'RD003';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refuse_skipped_edition BEFORE INSERT ON redress.board_report
        FOR EACH ROW EXECUTE FUNCTION redress.refuse_skipped_edition();

      CREATE TABLE published.board_report (
        id uuid PRIMARY KEY,
        jurisdiction text NOT NULL,
        jurisdiction_name text NOT NULL,
        period text NOT NULL,
        title text NOT NULL,
        edition integer NOT NULL,
        correction text,
        content_sha256 text NOT NULL,
        -- [{"kind", "id", "version", "sha256"}]: what its figures come from; "kind" is "release" or "record"
        sources jsonb NOT NULL,
        published_at timestamptz NOT NULL,
        UNIQUE (jurisdiction, period, edition)
      );
      CREATE TABLE published.board_report_file (
        report_id uuid NOT NULL REFERENCES published.board_report,
        format text NOT NULL CHECK (format IN ('html', 'pdf', 'csv', 'json')),
        content bytea NOT NULL,
        sha256 text NOT NULL CHECK (sha256 = encode(sha256(content), 'hex')),
        PRIMARY KEY (report_id, format)
      );
      DO $$ DECLARE name text; BEGIN
        FOREACH name IN ARRAY ARRAY['board_report', 'board_report_file'] LOOP
          EXECUTE format('GRANT SELECT ON published.%I TO redress_public', name);
          EXECUTE format('GRANT SELECT, INSERT ON published.%I TO redress_app', name);
          EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON published.%I
            FOR EACH STATEMENT EXECUTE FUNCTION redress.refuse_rewrite()', name);
        END LOOP;
      END $$;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON published.board_report
        FOR EACH ROW EXECUTE FUNCTION redress.refuse_rewrite();

      -- Which of a report's releases were taken from the public since.
      CREATE FUNCTION published.withdrawn_sources(report uuid) RETURNS SETOF published.withdrawn_release LANGUAGE sql STABLE AS $$
        SELECT w FROM published.board_report r CROSS JOIN jsonb_array_elements(r.sources) s
          JOIN published.withdrawn_release w ON w.jurisdiction = r.jurisdiction AND w.dataset = s ->> 'id' AND w.version = s ->> 'version'
         WHERE r.id = report AND s ->> 'kind' = 'release' $$;
      GRANT EXECUTE ON FUNCTION published.withdrawn_sources(uuid) TO redress_public, redress_app;

      -- A report's files are as they were made, and go only with a release that they are made of.
      CREATE FUNCTION published.refuse_report_rewrite() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM published.withdrawn_sources(OLD.report_id)) THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION 'a report that is out is not rewritten: % refused', TG_OP USING ERRCODE = 'RD001';
      END $$;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON published.board_report_file
        FOR EACH ROW EXECUTE FUNCTION published.refuse_report_rewrite();

      -- Figures of a release that is withdrawn are not told on by the reports made of it. After the release itself: whoever
      -- publishes a report meanwhile holds the release, and is seen from here.
      CREATE FUNCTION published.take_reports_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        DELETE FROM published.board_report_file f USING published.board_report r
         WHERE r.id = f.report_id AND r.jurisdiction = OLD.jurisdiction AND EXISTS (SELECT FROM published.withdrawn_sources(r.id));
        RETURN NULL;
      END $$;
      REVOKE ALL ON FUNCTION published.take_reports_back() FROM PUBLIC;
      CREATE TRIGGER take_reports_back AFTER DELETE ON published.release
        FOR EACH ROW EXECUTE FUNCTION published.take_reports_back();

      -- Until the report is out, its releases are not withdrawn; when one is already, the report does not come out.
      CREATE FUNCTION published.hold_sources() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp AS $$
      DECLARE source jsonb;
      BEGIN
        FOR source IN SELECT s FROM jsonb_array_elements(NEW.sources) s WHERE s ->> 'kind' = 'release' LOOP
          PERFORM FROM published.release r WHERE r.jurisdiction = NEW.jurisdiction AND r.dataset = source ->> 'id'
            AND r.version = source ->> 'version' AND r.file_sha256 = source ->> 'sha256' FOR KEY SHARE;
          IF NOT FOUND THEN
            RAISE EXCEPTION 'a report is made of what is released' USING ERRCODE = 'RD044';
          END IF;
        END LOOP;
        RETURN NEW;
      END $$;
      REVOKE ALL ON FUNCTION published.hold_sources() FROM PUBLIC;
      CREATE TRIGGER hold_sources BEFORE INSERT ON published.board_report
        FOR EACH ROW EXECUTE FUNCTION published.hold_sources();

      -- Nothing stands before the public but what the office has on record as published, in its own place. With the caller's
      -- rights: row-level security shows the caller's own jurisdiction alone.
      CREATE FUNCTION published.refuse_unrecorded_report() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM redress.board_report b JOIN redress.jurisdiction j ON j.id = b.jurisdiction_id
            WHERE b.id = NEW.id AND b.period = NEW.period AND b.edition = NEW.edition AND b.content_sha256 = NEW.content_sha256
              AND b.correction IS NOT DISTINCT FROM NEW.correction AND j.slug = NEW.jurisdiction) THEN
          RAISE EXCEPTION 'a report is shown when it is on record as published' USING ERRCODE = 'RD003';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refuse_unrecorded_report BEFORE INSERT ON published.board_report
        FOR EACH ROW EXECUTE FUNCTION published.refuse_unrecorded_report();

      -- A report comes out in all its forms or not at all.
      CREATE FUNCTION published.refuse_half_report() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT count(*) FROM published.board_report_file f WHERE f.report_id = NEW.id) <> 4 THEN
          RAISE EXCEPTION 'a report has four forms' USING ERRCODE = 'RD003';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER refuse_half_report AFTER INSERT ON published.board_report
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION published.refuse_half_report();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER take_reports_back ON published.release; DROP FUNCTION published.take_reports_back();
      DROP TABLE published.board_report_file; DROP FUNCTION published.refuse_report_rewrite();
      DROP FUNCTION published.withdrawn_sources(uuid);
      DROP TABLE published.board_report; DROP FUNCTION published.hold_sources();
      DROP FUNCTION published.refuse_half_report(); DROP FUNCTION published.refuse_unrecorded_report();
      DROP TABLE redress.board_report; DROP FUNCTION redress.refuse_skipped_edition();
    `);
  }
}
