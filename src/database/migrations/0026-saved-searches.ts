import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lists whose pages begin where they begin: bounds that the planner may use under row-level security. Saved searches that the office may share, and alerts that can be read one by one.
 */
export class SavedSearches0026 implements MigrationInterface {
  name = 'SavedSearches1700000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LISTS);
    await runner.query(`
      ALTER TABLE redress.saved_search
        ADD COLUMN shared boolean NOT NULL DEFAULT false,
        -- The last look found more cases than anybody is alerted to
        ADD COLUMN too_wide boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT saved_search_has_a_name CHECK (length(name) BETWEEN 1 AND 100);
      CREATE INDEX saved_search_shared ON redress.saved_search (jurisdiction_id, name) WHERE shared;
      CREATE INDEX saved_search_watched ON redress.saved_search (jurisdiction_id, id) WHERE cadence <> 'none';

      -- One look's news of one search have one id. What was known when the search was saved is no news.
      ALTER TABLE redress.search_alert ADD COLUMN alert_id uuid;
      ALTER TABLE redress.search_alert
        ADD CONSTRAINT search_alert_is_news CHECK (known = (alert_id IS NULL)),
        ADD CONSTRAINT search_alert_known_is_not_seen CHECK (seen_at IS NULL OR NOT known),
        -- A case may have come in a moment before from somebody anonymous: an alert tells the hour alone.
        ADD CONSTRAINT search_alert_tells_the_hour CHECK (known OR raised_at = date_trunc('hour', raised_at, 'UTC'));
      DROP INDEX redress.search_alert_unseen;
      CREATE INDEX search_alert_inbox ON redress.search_alert (jurisdiction_id, staff_id, alert_id DESC) WHERE NOT known;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX redress.search_alert_inbox;
      CREATE INDEX search_alert_unseen ON redress.search_alert (jurisdiction_id, staff_id, raised_at DESC)
        WHERE seen_at IS NULL AND NOT known;
      ALTER TABLE redress.search_alert
        DROP CONSTRAINT search_alert_tells_the_hour, DROP CONSTRAINT search_alert_known_is_not_seen,
        DROP CONSTRAINT search_alert_is_news, DROP COLUMN alert_id;
      DROP INDEX redress.saved_search_watched; DROP INDEX redress.saved_search_shared;
      ALTER TABLE redress.saved_search DROP CONSTRAINT saved_search_has_a_name, DROP COLUMN too_wide, DROP COLUMN shared;
    `);
    await runner.query(LISTS_GONE);
  }
}

const INDEXES_GONE = `
  DROP INDEX redress.complaint_by_received; DROP INDEX redress.complaint_by_status; DROP INDEX redress.complaint_by_district;
  DROP INDEX redress.complaint_by_classification;
`;
const LISTS = `${INDEXES_GONE}
  -- The same order as before, said without COALESCE: the planner takes that for leaky, and a leaky bound is checked row by row
  -- behind the policies instead of being looked up in the index. A page far down, or a year, was read from the top.
  CREATE INDEX complaint_by_received ON redress.complaint
    (jurisdiction_id, (CASE WHEN received_at IS NULL THEN '-infinity' ELSE received_at END) DESC, id DESC);
  CREATE INDEX complaint_by_status ON redress.complaint
    (jurisdiction_id, status, (CASE WHEN received_at IS NULL THEN '-infinity' ELSE received_at END) DESC, id DESC);
  CREATE INDEX complaint_by_district ON redress.complaint
    (jurisdiction_id, district, (CASE WHEN received_at IS NULL THEN '-infinity' ELSE received_at END) DESC, id DESC)
    WHERE district IS NOT NULL;
  CREATE INDEX complaint_by_classification ON redress.complaint
    (jurisdiction_id, classification, (CASE WHEN received_at IS NULL THEN '-infinity' ELSE received_at END) DESC, id DESC)
    WHERE classification IS NOT NULL;
`;
const LISTS_GONE = `${INDEXES_GONE}
  CREATE INDEX complaint_by_received ON redress.complaint (jurisdiction_id, coalesce(received_at, '-infinity') DESC, id DESC);
  CREATE INDEX complaint_by_status ON redress.complaint (jurisdiction_id, status, coalesce(received_at, '-infinity') DESC, id DESC);
  CREATE INDEX complaint_by_district ON redress.complaint (jurisdiction_id, district, coalesce(received_at, '-infinity') DESC, id DESC)
    WHERE district IS NOT NULL;
  CREATE INDEX complaint_by_classification ON redress.complaint
    (jurisdiction_id, classification, coalesce(received_at, '-infinity') DESC, id DESC) WHERE classification IS NOT NULL;
`;
