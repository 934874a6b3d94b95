/**
 * The only way in which anything recorded of a case is taken away (docs/decisions/0021): two people's decision on record, no
 * hold, and then at once: the key, every sealed text, the originals, and whatever else could tell whose case it was.
 */
export const ERASURE = `
  -- While a case is being erased its row stands here: written and removed by redress.erase in one transaction, seen by no other.
  CREATE TABLE redress.erasure_in_hand (
    jurisdiction_id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    PRIMARY KEY (jurisdiction_id, complaint_id)
  );
  SELECT redress.protect('redress.erasure_in_hand', 'complaint_id');
  REVOKE INSERT, UPDATE ON redress.erasure_in_hand FROM redress_app;

  -- The history is never let go of, not even then.
  CREATE OR REPLACE FUNCTION redress.refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_LEVEL = 'ROW' AND TG_TABLE_NAME NOT IN ('history_event', 'tombstone') THEN
      IF EXISTS (SELECT FROM redress.erasure_in_hand e WHERE e.jurisdiction_id = (to_jsonb(OLD) ->> 'jurisdiction_id')::uuid
        AND e.complaint_id = (to_jsonb(OLD) ->> 'complaint_id')::uuid) THEN
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
      END IF;
    END IF;
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'RD001';
  END $$;
  -- Whoever rewrites asks whether it is allowed, whatever role that is; a row of that table is still seen by its maker alone.
  ALTER FUNCTION redress.refuse_rewrite() SECURITY DEFINER SET search_path = pg_catalog, pg_temp;

  -- Every column that the erasure empties by its name: sealed texts, and an import's own words.
  CREATE FUNCTION redress.erase_by_name(here uuid, erased uuid) RETURNS void LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
  DECLARE target record;
  BEGIN
    FOR target IN
      SELECT c.oid::regclass AS name, string_agg(CASE
          WHEN a.attname = 'original' THEN 'original = NULL'
          ELSE format('%1$I = CASE WHEN %1$I IS NULL THEN NULL ELSE ''\\x''::bytea END', a.attname) END, ', ') AS assignments
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'redress'
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
         AND (a.attname = 'original' OR a.attname LIKE '%\\_cipher') AND a.atttypid IN ('bytea'::regtype, 'text'::regtype, 'jsonb'::regtype)
       WHERE c.relkind = 'r' AND EXISTS (SELECT FROM pg_attribute k WHERE k.attrelid = c.oid AND k.attname = 'complaint_id')
       GROUP BY c.oid
    LOOP
      EXECUTE format('UPDATE %s SET %s WHERE jurisdiction_id = $1 AND complaint_id = $2', target.name, target.assignments)
        USING here, erased;
    END LOOP;
  END $$;
  REVOKE ALL ON FUNCTION redress.erase_by_name(uuid, uuid) FROM PUBLIC;

  -- What no name gives away. NOT NULL columns get a word or a zero in place of what they said.
  CREATE FUNCTION redress.erase_the_rest(here uuid, erased uuid) RETURNS void LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    UPDATE redress.complaint_person SET race = NULL, gender = NULL, age_at_incident = NULL, injured = NULL
     WHERE jurisdiction_id = here AND complaint_id = erased;
    UPDATE redress.complaint_officer SET officer_id = NULL, rank_at_incident = NULL, unit_at_incident = NULL
     WHERE jurisdiction_id = here AND complaint_id = erased;
    UPDATE redress.officer_identification SET officer_id = NULL, reason_cipher = '\\x'
     WHERE jurisdiction_id = here AND complaint_id = erased;
    UPDATE redress.screening SET referred_to = '(erased)'
     WHERE jurisdiction_id = here AND complaint_id = erased AND referred_to IS NOT NULL;
    UPDATE redress.referral SET body_name = '(erased)' WHERE jurisdiction_id = here AND complaint_id = erased;
    UPDATE redress.agenda_item SET title = '(erased)', legal_basis = CASE WHEN legal_basis IS NULL THEN NULL ELSE '(erased)' END
     WHERE jurisdiction_id = here AND complaint_id = erased;
    UPDATE redress.motion SET text = '(erased)' WHERE jurisdiction_id = here AND complaint_id = erased;
    -- A member's reasons stand under the board's key, not the case's.
    UPDATE redress.vote SET reason_cipher = NULL WHERE jurisdiction_id = here AND complaint_id = erased;
    UPDATE redress.recommendation SET text = '(erased)', addressed_to = '(erased)'
     WHERE jurisdiction_id = here AND complaint_id = erased;
    UPDATE redress.chief_answer SET reasons = '(erased)'
     WHERE jurisdiction_id = here AND complaint_id = erased AND reasons IS NOT NULL;
    -- A text's hash tells whoever has the text that it was this one.
    UPDATE redress.public_summary_revision SET text_sha256 = repeat('0', 64)
     WHERE jurisdiction_id = here AND complaint_id = erased;
    UPDATE redress.public_summary_approval SET text_sha256 = repeat('0', 64)
     WHERE jurisdiction_id = here AND complaint_id = erased;
    UPDATE redress.public_summary SET status = 'withdrawn', approved_at = NULL, review_sha256 = NULL, withdrawn_at = now()
     WHERE jurisdiction_id = here AND complaint_id = erased AND status <> 'withdrawn';
    -- Where the bytes lie is remembered until they are deleted; what they were is not.
    INSERT INTO redress.object_to_delete (jurisdiction_id, object_key)
      SELECT here, object_key FROM redress.evidence_file WHERE jurisdiction_id = here AND complaint_id = erased
    ON CONFLICT DO NOTHING;
    UPDATE redress.evidence_file SET sha256 = repeat('0', 64), bytes = 1, media_type = 'application/octet-stream',
        object_key = 'erased/' || item_id
     WHERE jurisdiction_id = here AND complaint_id = erased;
    UPDATE redress.evidence_item SET collected_on = NULL WHERE jurisdiction_id = here AND complaint_id = erased;
    UPDATE redress.letter SET language = '(erased)' WHERE jurisdiction_id = here AND complaint_id = erased;
    DELETE FROM redress.contact_index WHERE jurisdiction_id = here AND complaint_id = erased;
    -- A link's reason may stand under the other case's key.
    DELETE FROM redress.case_link WHERE jurisdiction_id = here AND erased IN (complaint_id, linked_complaint_id);
    DELETE FROM redress.search_alert WHERE jurisdiction_id = here AND complaint_id = erased;
    DELETE FROM redress.deadline_alarm WHERE jurisdiction_id = here AND complaint_id = erased;
    DELETE FROM redress.deadline WHERE jurisdiction_id = here AND complaint_id = erased;
    DELETE FROM redress.case_event WHERE jurisdiction_id = here AND complaint_id = erased;
  END $$;
  REVOKE ALL ON FUNCTION redress.erase_the_rest(uuid, uuid) FROM PUBLIC;

  -- warrant: the expungement that was asked for and approved, or the batch that two people looked through.
  CREATE FUNCTION redress.erase(erased uuid, warrant uuid, at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    here uuid := redress.current_jurisdiction();
    whoever uuid := redress.current_staff();
    known record; allowed record; today date;
  BEGIN
    SELECT c.* INTO known FROM redress.complaint c WHERE c.jurisdiction_id = here AND c.id = erased FOR UPDATE;
    IF NOT FOUND OR known.status IN ('expunged', 'disposed') THEN
      RAISE EXCEPTION 'nothing to erase' USING ERRCODE = 'RD021';
    END IF;
    SELECT (erase.at AT TIME ZONE j.time_zone)::date INTO today FROM redress.jurisdiction j WHERE j.id = here;
    SELECT 'expunged' AS ground, x.authority, NULL::text AS retention_class INTO allowed FROM redress.expungement x
     WHERE x.jurisdiction_id = here AND x.id = warrant AND x.complaint_id = erased
       AND x.decision = 'approved' AND x.decided_by = whoever AND x.asked_by <> x.decided_by;
    IF NOT FOUND THEN
      SELECT 'disposed' AS ground, i.authority, i.retention_class INTO allowed FROM redress.disposal_item i
        JOIN redress.disposal_batch b ON b.jurisdiction_id = i.jurisdiction_id AND b.id = i.batch_id
       WHERE i.jurisdiction_id = here AND i.batch_id = warrant AND i.complaint_id = erased AND b.rejected_by IS NULL
         AND b.first_reviewer <> b.second_reviewer AND b.second_reviewer = whoever
         AND known.status = 'closed' AND known.dispose_after < today AND known.retention_class = i.retention_class;
    END IF;
    IF allowed IS NULL THEN RAISE EXCEPTION 'two people have to have decided it' USING ERRCODE = 'RD021'; END IF;
    IF EXISTS (SELECT FROM redress.legal_hold h WHERE h.jurisdiction_id = here AND h.complaint_id = erased
      AND NOT EXISTS (SELECT FROM redress.legal_hold_release r WHERE r.jurisdiction_id = here AND r.hold_id = h.id)) THEN
      RAISE EXCEPTION 'a legal hold is on the case' USING ERRCODE = 'RD022';
    END IF;

    INSERT INTO redress.erasure_in_hand VALUES (here, erased);
    -- An owner that row-level security binds too must reach every row, whatever walls whoever decides is behind.
    PERFORM set_config('redress.staff', '', true);
    INSERT INTO redress.case_key (jurisdiction_id, complaint_id, wrapping_key_id, wrapped, destroyed_at)
      VALUES (here, erased, 'none', NULL, erase.at)
      ON CONFLICT (jurisdiction_id, complaint_id) DO UPDATE SET wrapped = NULL, destroyed_at = excluded.destroyed_at;
    PERFORM redress.erase_by_name(here, erased);
    PERFORM redress.erase_the_rest(here, erased);
    UPDATE redress.assignment SET ended_at = erase.at WHERE jurisdiction_id = here AND complaint_id = erased AND ended_at IS NULL;
    -- The number stays, and an import's own key, so that the same file read again does not bring the case back.
    UPDATE redress.complaint SET status = allowed.ground, version = version + 1, received_at = NULL, incident_on = NULL,
        district = NULL, beat = NULL, closed_on = NULL, language = NULL, narrative_cipher = NULL, place_cipher = NULL,
        original = NULL, channel = 'erased', anonymous = false, classification = NULL, track = NULL,
        closing_reason = NULL, retention_class = NULL, dispose_after = NULL, taken_in_by = NULL, privacy = NULL, shielded = false,
        accommodations = '{}', retaliation_cipher = NULL, retaliation_feared = NULL, pending_charges = NULL, pending_suit = NULL,
        preferred_contact = NULL
     WHERE jurisdiction_id = here AND id = erased;
    INSERT INTO redress.tombstone (jurisdiction_id, complaint_id, case_number, ground, authority, retention_class, on_day, warrant_id)
      VALUES (here, erased, known.case_number, allowed.ground, allowed.authority, allowed.retention_class, today, warrant);
    DELETE FROM redress.erasure_in_hand WHERE jurisdiction_id = here AND complaint_id = erased;
    PERFORM set_config('redress.staff', coalesce(whoever::text, ''), true);
  END $$;
  REVOKE ALL ON FUNCTION redress.erase(uuid, uuid, timestamptz) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION redress.erase(uuid, uuid, timestamptz) TO redress_app;
`;

export const ERASURE_GONE = `
  DROP FUNCTION redress.erase(uuid, uuid, timestamptz);
  DROP FUNCTION redress.erase_the_rest(uuid, uuid);
  DROP FUNCTION redress.erase_by_name(uuid, uuid);
  ALTER FUNCTION redress.refuse_rewrite() SECURITY INVOKER;
  ALTER FUNCTION redress.refuse_rewrite() RESET ALL;
  CREATE OR REPLACE FUNCTION redress.refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'RD001';
  END $$;
  DROP TABLE redress.erasure_in_hand;
`;
