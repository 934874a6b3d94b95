import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cases that end without being closed are kept for a time too; why a link ended; and the releases that a case may stand in
 * which was destroyed or sealed since.
 */
export class EndsOfCases0029 implements MigrationInterface {
  name = 'EndsOfCases1700000000029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENDS);
    await runner.query(inErase(CLOSED_ALONE, ENDED));
    await runner.query(RECALLS);
  }

  /** What was recorded of ends without a closing goes: the older program knows none. Such cases are kept for good then. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(RECALLS_GONE);
    await runner.query(inErase(ENDED, CLOSED_ALONE));
    await runner.query(ENDS_GONE);
  }
}

const ENDS = `
  ALTER TABLE redress.closing
    ADD COLUMN ended_as text NOT NULL DEFAULT 'closed' CHECK (ended_as IN ('closed', 'declined', 'referred', 'withdrawn')),
    ALTER COLUMN closed_by DROP NOT NULL,
    -- Nobody but who complained takes a complaint back; of them nothing is recorded.
    ADD CONSTRAINT closing_is_somebodys CHECK (closed_by IS NOT NULL OR ended_as = 'withdrawn'),
    ADD CONSTRAINT closing_reason_of_closed CHECK (ended_as = 'closed' OR num_nonnulls(reason, disposition) = 0);
  -- Under the key of the case that the link was said in, as its reason is. Older links ended without one.
  ALTER TABLE redress.case_link
    ADD COLUMN ended_reason_cipher bytea,
    ADD CONSTRAINT case_link_ended_for_a_reason CHECK (ended_reason_cipher IS NULL OR ended_at IS NOT NULL);
`;
const ENDS_GONE = `
  ALTER TABLE redress.case_link DROP COLUMN ended_reason_cipher;
  UPDATE redress.complaint SET retention_class = NULL, dispose_after = NULL
   WHERE status IN ('declined', 'referred', 'withdrawn');
  ALTER TABLE redress.closing DISABLE TRIGGER USER;
  DROP INDEX redress.closing_starts_once;
  UPDATE redress.closing k SET supersedes = NULL FROM redress.closing former
   WHERE former.jurisdiction_id = k.jurisdiction_id AND former.id = k.supersedes AND former.ended_as <> 'closed';
  DELETE FROM redress.closing WHERE ended_as <> 'closed';
  CREATE UNIQUE INDEX closing_starts_once ON redress.closing (jurisdiction_id, complaint_id) WHERE supersedes IS NULL;
  ALTER TABLE redress.closing ENABLE TRIGGER USER;
  ALTER TABLE redress.closing
    DROP CONSTRAINT closing_is_somebodys, DROP CONSTRAINT closing_reason_of_closed,
    ALTER COLUMN closed_by SET NOT NULL, DROP COLUMN ended_as;
`;

/** What a batch may destroy, as redress.erase() looks at it by itself. */
const CLOSED_ALONE = `known.status = 'closed' AND known.dispose_after`;
const ENDED = `known.status IN ('closed', 'declined', 'referred', 'withdrawn') AND known.dispose_after`;

/** One condition of redress.erase() is another's; the rest of it is as the migrations before left it. */
const inErase = (before: string, after: string): string => `
  DO $do$
  DECLARE definition text := pg_get_functiondef('redress.erase(uuid, uuid, timestamptz)'::regprocedure);
  BEGIN
    IF strpos(definition, $part$${before}$part$) = 0 THEN RAISE EXCEPTION 'redress.erase() is not as it was'; END IF;
    EXECUTE replace(definition, $part$${before}$part$, $part$${after}$part$);
  END $do$;
`;

const RECALLS = `
  -- A release that a case may stand in which was destroyed or sealed since it was built. It says how many and never which:
  -- no id of a case, so that it tells nothing that the tombstone does not.
  CREATE TABLE redress.release_recall (
    jurisdiction_id uuid NOT NULL,
    release_id uuid NOT NULL,
    ground text NOT NULL CHECK (ground IN ('expunged', 'disposed', 'sealed')),
    cases integer NOT NULL CHECK (cases > 0),
    last_on date NOT NULL,
    PRIMARY KEY (jurisdiction_id, release_id, ground),
    FOREIGN KEY (jurisdiction_id, release_id) REFERENCES redress.release
  );
  SELECT redress.protect('redress.release_recall');
  REVOKE INSERT, UPDATE, DELETE ON redress.release_recall FROM redress_app;

  -- Every release whose unit is a complaint and that was asked for while the case stood. Whether the case is in it nobody can tell any more,
  -- its pseudonym died with the release's key: so each of them is listed. A case stands from its filing on; of one
  -- that was imported nobody knows when, and every release is listed.
  CREATE FUNCTION redress.recall_releases() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    why text := CASE TG_TABLE_NAME WHEN 'sealing' THEN 'sealed' ELSE to_jsonb(NEW) ->> 'ground' END;
    since timestamptz;
    today date;
    whoever uuid := redress.current_staff();
  BEGIN
    -- Whoever seals or destroys may be behind a wall of the case; its age is asked of the record all the same.
    PERFORM set_config('redress.staff', '', true);
    SELECT coalesce(min(e.at), '-infinity') INTO since FROM redress.history_event e
     WHERE e.jurisdiction_id = NEW.jurisdiction_id AND e.complaint_id = NEW.complaint_id AND e.action = 'complaint.file';
    SELECT coalesce((to_jsonb(NEW) ->> 'on_day')::date, ((to_jsonb(NEW) ->> 'sealed_at')::timestamptz AT TIME ZONE j.time_zone)::date)
      INTO today FROM redress.jurisdiction j WHERE j.id = NEW.jurisdiction_id;
    INSERT INTO redress.release_recall AS recall (jurisdiction_id, release_id, ground, cases, last_on)
      SELECT r.jurisdiction_id, r.id, why, 1, today FROM redress.release r
       WHERE r.jurisdiction_id = NEW.jurisdiction_id AND r.spec ->> 'unit' = 'complaint' AND r.status <> 'failed'
         AND coalesce(r.published_at, 'infinity') >= since
       ORDER BY r.id
    ON CONFLICT (jurisdiction_id, release_id, ground)
      DO UPDATE SET cases = recall.cases + 1, last_on = excluded.last_on;
    PERFORM set_config('redress.staff', coalesce(whoever::text, ''), true);
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION redress.recall_releases() FROM PUBLIC;
  CREATE TRIGGER recall_releases AFTER INSERT ON redress.tombstone
    FOR EACH ROW EXECUTE FUNCTION redress.recall_releases();
  CREATE TRIGGER recall_releases AFTER INSERT ON redress.sealing
    FOR EACH ROW EXECUTE FUNCTION redress.recall_releases();

  -- What is not out yet does not come out: it was built, or is being built, from a record that held the case.
  CREATE FUNCTION redress.refuse_recalled_release() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.status = 'published' AND OLD.status <> 'published' AND EXISTS (SELECT FROM redress.release_recall recall
        WHERE recall.jurisdiction_id = NEW.jurisdiction_id AND recall.release_id = NEW.id) THEN
      RAISE EXCEPTION 'a case that this release may show was destroyed or sealed since' USING ERRCODE = 'RD023';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER refuse_recalled_release BEFORE UPDATE ON redress.release
    FOR EACH ROW EXECUTE FUNCTION redress.refuse_recalled_release();

  -- A code that was replaced before opens nothing: with the case nobody needs it any more. The last one still shows its
  -- holder the tombstone.
  CREATE FUNCTION redress.forget_old_receipts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
  DECLARE gone uuid[];
  BEGIN
    WITH ended AS (DELETE FROM redress.receipt_end
      WHERE jurisdiction_id = NEW.jurisdiction_id AND complaint_id = NEW.complaint_id RETURNING receipt_id)
    SELECT array_agg(receipt_id) INTO gone FROM ended;
    DELETE FROM redress.receipt WHERE jurisdiction_id = NEW.jurisdiction_id AND id = ANY (gone);
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION redress.forget_old_receipts() FROM PUBLIC;
  CREATE TRIGGER forget_old_receipts AFTER INSERT ON redress.tombstone
    FOR EACH ROW EXECUTE FUNCTION redress.forget_old_receipts();
`;
const RECALLS_GONE = `
  DROP TRIGGER forget_old_receipts ON redress.tombstone;
  DROP FUNCTION redress.forget_old_receipts();
  DROP TRIGGER refuse_recalled_release ON redress.release;
  DROP FUNCTION redress.refuse_recalled_release();
  DROP TRIGGER recall_releases ON redress.sealing;
  DROP TRIGGER recall_releases ON redress.tombstone;
  DROP FUNCTION redress.recall_releases();
  DROP TABLE redress.release_recall;
`;
