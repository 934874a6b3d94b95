const CLOSED = `(SELECT redress.current_staff()) IS NULL OR (SELECT redress.sees_sealed()) OR %2$I IS NULL OR NOT EXISTS (
        SELECT FROM redress.sealing seal
        WHERE seal.jurisdiction_id = (SELECT redress.current_jurisdiction())
          AND seal.complaint_id = %1$s.%2$I AND seal.lifted_at IS NULL)`;

/** Every wall of sealing that stands is made anew, by whatever redress.wall_off_sealed() is at that time. */
const ANEW = `
  DO $$
  DECLARE walled record;
  BEGIN
    FOR walled IN SELECT p.polname AS policy, p.polrelid::regclass AS target, c.relname AS name FROM pg_policy p
      JOIN pg_class c ON c.oid = p.polrelid
      WHERE p.polname LIKE 'sealing\\_wall%' AND p.polname NOT LIKE '%\\_stays' AND c.relname <> 'glass_opening'
    LOOP
      EXECUTE format('DROP POLICY %I ON %s', walled.policy, walled.target);
      EXECUTE format('DROP POLICY IF EXISTS %I ON %s', walled.policy || '_stays', walled.target);
      PERFORM redress.wall_off_sealed(walled.target, CASE WHEN walled.policy = 'sealing_wall_of_linked' THEN 'linked_complaint_id'
        WHEN walled.name = 'complaint' THEN 'id' ELSE 'complaint_id' END, walled.policy);
    END LOOP;
  END $$;
`;

/**
 * The wall of sealing (migration 0025) with a pane in it: what an opening in hand is of may be read. A transaction that reads
 * so writes nothing of any case, but that it read, and what it found altered.
 */
export const WALL_OF_SEALING = `
  CREATE OR REPLACE FUNCTION redress.wall_off_sealed(target regclass, case_column text, policy text DEFAULT 'sealing_wall')
    RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    -- The history, who opened which file, and that a file turned out not to be what came in.
    record_of_reading boolean := target IN ('redress.history_event'::regclass, 'redress.evidence_access'::regclass,
      'redress.evidence_check'::regclass);
  BEGIN
    EXECUTE format('DROP POLICY IF EXISTS %I ON %s', policy, target);
    EXECUTE format('DROP POLICY IF EXISTS %I ON %s', policy || '_stays', target);
    EXECUTE format('CREATE POLICY %3$I ON %1$s AS RESTRICTIVE
      USING (${CLOSED} OR %2$I = (SELECT redress.glass_case()))
      WITH CHECK ((NOT (SELECT redress.through_glass()) AND (${CLOSED}))'
      || CASE WHEN record_of_reading THEN ' OR %2$I IS NULL OR %2$I = (SELECT redress.glass_case()))' ELSE ')' END, target, case_column, policy);
    EXECUTE format('CREATE POLICY %3$I ON %1$s AS RESTRICTIVE FOR DELETE
      USING (NOT (SELECT redress.through_glass()) AND (${CLOSED}))', target, case_column, policy || '_stays');
  END $$;
  ${ANEW}
`;

export const WALL_OF_SEALING_BEFORE = `
  DO $$
  DECLARE walled record;
  BEGIN
    FOR walled IN SELECT p.polname AS policy, p.polrelid::regclass AS target FROM pg_policy p WHERE p.polname LIKE 'sealing\\_wall%\\_stays' LOOP
      EXECUTE format('DROP POLICY %I ON %s', walled.policy, walled.target);
    END LOOP;
  END $$;
  CREATE OR REPLACE FUNCTION redress.wall_off_sealed(target regclass, case_column text, policy text DEFAULT 'sealing_wall') RETURNS void
    LANGUAGE plpgsql AS $$
  BEGIN
    EXECUTE format('CREATE POLICY %3$I ON %1$s AS RESTRICTIVE
      USING ((SELECT redress.current_staff()) IS NULL OR (SELECT redress.sees_sealed()) OR %2$I IS NULL OR NOT EXISTS (
        SELECT FROM redress.sealing seal
        WHERE seal.jurisdiction_id = (SELECT redress.current_jurisdiction())
          AND seal.complaint_id = %1$s.%2$I AND seal.lifted_at IS NULL))', target, case_column, policy);
  END $$;
  ${ANEW}
`;
