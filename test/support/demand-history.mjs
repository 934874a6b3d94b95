/**
 * Tables whose rows are no deed of anybody's: bookkeeping of the program, or reckoned from what is told already. A change to
 * any other table by the application is refused at its commit when nothing in the history tells of it.
 */
const NO_DEEDS = [
  ...['organization_key', 'case_key'], // drawn when first needed; rotating and destroying them is told
  ...['session', 'used_once'], // when it was used last, and that nothing is used twice
  ...['deadline', 'contact_index'], // reckoned from what is told
  ...['release_code', 'release_epoch', 'release_step', 'release_member'], // the book of a series, kept while a release is built: asking and publishing are told
  'evidence_access', // is the record of an access itself, and append-only
  ...['evidence_upload', 'release_build', 'key_rotation'], // how far something has come
  ...['saved_search', 'search_alert'], // what a person keeps for themselves, and what it found
  ...['deadline_alarm', 'department_notice', 'use_of_force_measure'], // counted and noticed by the clock
  ...['use_of_force_submission', 'use_of_force_reject'], // a transmission under way; what it took is told, report by report
];

/**
 * The hook through which every test that changes anything proves that changes are told (security goal S12): a transaction of
 * the application that changes a row of a case table and puts no event into the history cannot be committed. Only in test
 * databases, in a schema of its own. Tests that attack with the application's login, and not by the application, pass it.
 * @param {import('pg').Client} client as the owner
 */
export async function demandHistory(client) {
  await client.query(`
    CREATE SCHEMA demanded;
    CREATE TABLE demanded.deed (tx xid8 PRIMARY KEY, changed text NOT NULL);
    CREATE FUNCTION demanded.changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN
        IF session_user = 'redress_app' AND current_setting('application_name') = 'redress' THEN
          PERFORM set_config('demanded.tx', pg_current_xact_id()::text, true);
          INSERT INTO demanded.deed VALUES (pg_current_xact_id(), TG_TABLE_NAME) ON CONFLICT DO NOTHING;
        END IF;
        RETURN NULL;
      END $$;
    CREATE FUNCTION demanded.told() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM set_config('demanded.told', pg_current_xact_id()::text, true);
        RETURN NULL;
      END $$;
    CREATE FUNCTION demanded.refuse() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN
        IF current_setting('demanded.told', true) IS DISTINCT FROM NEW.tx::text THEN
          RAISE EXCEPTION 'a change to % is told by nothing in the history', NEW.changed USING ERRCODE = 'RDH12';
        END IF;
        RETURN NULL;
      END $$;
    CREATE CONSTRAINT TRIGGER told_of AFTER INSERT ON demanded.deed DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION demanded.refuse();
    CREATE TRIGGER told AFTER INSERT ON redress.history_event FOR EACH STATEMENT EXECUTE FUNCTION demanded.told();
  `);
  const { rows } = await client.query(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'redress' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> ALL ($1)`,
    [['history_event', ...NO_DEEDS]],
  );
  const triggers = rows.map(
    ({ name }) => `CREATE TRIGGER demanded AFTER INSERT OR UPDATE OR DELETE ON redress.${client.escapeIdentifier(name)}
      FOR EACH ROW WHEN (current_setting('demanded.tx', true) IS DISTINCT FROM pg_current_xact_id()::text)
      EXECUTE FUNCTION demanded.changed()`,
  );
  await client.query(triggers.join(';\n'));
}
