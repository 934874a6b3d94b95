import type { MigrationInterface, QueryRunner } from 'typeorm';

const PENDING_NOTICES = `
  -- A second kind of notice: of one report, that answers in it have been pending too long. It is cleared, and not removed,
  -- when they are told.
  ALTER TABLE redress.department_notice
    DROP CONSTRAINT department_notice_kind_check,
    ADD CONSTRAINT department_notice_kind_check CHECK (kind IN ('month-missing', 'answers-pending')),
    ALTER COLUMN programme DROP NOT NULL,
    ALTER COLUMN month DROP NOT NULL,
    ADD COLUMN report_id uuid,
    ADD COLUMN cleared_at timestamptz,
    ADD FOREIGN KEY (jurisdiction_id, report_id) REFERENCES redress.use_of_force_report,
    ADD CONSTRAINT notice_is_of_its_kind CHECK (CASE kind
      WHEN 'month-missing' THEN num_nonnulls(programme, month) = 2 AND report_id IS NULL
      ELSE num_nonnulls(programme, ori, month) = 0 AND report_id IS NOT NULL END);
  CREATE UNIQUE INDEX department_notice_of_report ON redress.department_notice (jurisdiction_id, report_id)
    WHERE report_id IS NOT NULL AND cleared_at IS NULL;
  GRANT UPDATE (cleared_at) ON redress.department_notice TO redress_app;
`;

const MEASURE = `
  -- What one telling of a report counts for in its department's figures, under which rules. It follows from the report and
  -- is worked out anew when either changes.
  CREATE TABLE redress.use_of_force_measure (
    jurisdiction_id uuid NOT NULL,
    report_id uuid NOT NULL,
    told_at timestamptz NOT NULL,
    rules text NOT NULL CHECK (rules ~ '^[0-9a-f]{64}$'),
    answered integer NOT NULL CHECK (answered >= 0),
    pending integer NOT NULL CHECK (pending >= 0),
    unknown_final integer NOT NULL CHECK (unknown_final >= 0),
    not_applicable integer NOT NULL CHECK (not_applicable >= 0),
    -- {"<profile>": "complete" | "incomplete" | "not_reportable", …}
    statuses jsonb NOT NULL CHECK (jsonb_typeof(statuses) = 'object'),
    PRIMARY KEY (jurisdiction_id, report_id),
    FOREIGN KEY (jurisdiction_id, report_id) REFERENCES redress.use_of_force_report
  );
  SELECT redress.protect('redress.use_of_force_measure');
`;

const PUBLISHED = `
  -- Programmes: [{"profile": …, "complete": …, "incomplete": …, "notReportable": …, "notBound": …}, …]; each told whole, or
  -- with null for all four.
  CREATE FUNCTION published.programmes_are_shielded(programmes jsonb, reports integer, k integer) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN jsonb_typeof(programmes) = 'array' AND NOT EXISTS (
      SELECT FROM jsonb_to_recordset(programmes)
          AS p (complete integer, incomplete integer, "notReportable" integer, "notBound" integer)
       WHERE num_nonnulls(p.complete, p.incomplete, p."notReportable", p."notBound") <> 0
         AND (p.complete + p.incomplete + p."notReportable" + p."notBound" IS DISTINCT FROM reports
           OR EXISTS (SELECT FROM unnest(ARRAY[p.complete, p.incomplete, p."notReportable", p."notBound"]) AS part
                       WHERE part NOT BETWEEN k AND 2147483647 AND part <> 0)));

  -- How completely and how soon departments report: a row a department and month that is over, and one a year that is over.
  CREATE TABLE published.department_reporting (
    jurisdiction text NOT NULL,
    jurisdiction_name text NOT NULL,
    department_id uuid NOT NULL,
    department text NOT NULL,
    grain text NOT NULL CHECK (grain IN ('month', 'year')),
    period text NOT NULL CHECK (period ~ CASE grain WHEN 'month' THEN '^[0-9]{4}-[0-9]{2}$' ELSE '^[0-9]{4}$' END),
    -- Months of ORIs that were to be told of, those said to be without force, and those of which nothing was said.
    asked integer NOT NULL CHECK (asked >= 0),
    zero integer CHECK (zero BETWEEN 0 AND asked),
    missing integer NOT NULL CHECK (missing BETWEEN 0 AND asked),
    -- NULL: withheld, as is everything that follows from it.
    reports integer,
    late integer,
    answered numeric CHECK (answered BETWEEN 0 AND 100),
    pending numeric CHECK (pending BETWEEN 0 AND 100),
    unknown_final numeric CHECK (unknown_final BETWEEN 0 AND 100),
    not_applicable numeric CHECK (not_applicable BETWEEN 0 AND 100),
    median_days integer CHECK (median_days >= 0),
    p90_days integer CHECK (p90_days >= median_days),
    programmes jsonb NOT NULL,
    k integer NOT NULL CHECK (k >= 5),
    as_of timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction, department_id, period),
    -- A count of reports is none or at least k, in what is told and in what follows from it by subtraction.
    CONSTRAINT few_reports_are_withheld CHECK (reports = 0 OR reports >= k),
    CONSTRAINT what_is_withheld_is_withheld_whole CHECK (reports IS NOT NULL
      OR num_nonnulls(late, answered, pending, unknown_final, not_applicable, median_days, p90_days) = 0 AND programmes = '[]'),
    CONSTRAINT few_late_reports_are_withheld
      CHECK (late IS NULL OR (late = 0 OR late >= k) AND (late = reports OR reports - late >= k)),
    CONSTRAINT few_of_a_status_are_withheld CHECK (published.programmes_are_shielded(programmes, reports, k)),
    -- How many of several ORIs told of force is at least how many reports there were.
    CONSTRAINT oris_do_not_tell_of_reports CHECK (reports IS NOT NULL OR asked <= 1 OR zero IS NULL)
  );
  GRANT SELECT ON published.department_reporting TO redress_public;
  GRANT SELECT, INSERT, DELETE ON published.department_reporting TO redress_app;

  -- How the reports of a row are split up, as far as it is told.
  CREATE FUNCTION published.splits_of(told published.department_reporting)
    RETURNS TABLE (split text, part text, reports integer) LANGUAGE sql IMMUTABLE AS $$
      SELECT 'late', late.* FROM (VALUES ('late', told.late), ('in-time', told.reports - told.late)) AS late
       WHERE told.late IS NOT NULL
      UNION ALL
      SELECT p ->> 'profile', part.key, part.value::integer
        FROM jsonb_array_elements(told.programmes) AS p, jsonb_each_text(p - 'profile') AS part WHERE part.value IS NOT NULL $$;

  -- A reader subtracts the months that are told from their year. What is left must be shared by at least two months that are
  -- withheld, and be so much that each of them may be anything from the least up to k. Looks at what is published alone.
  CREATE FUNCTION published.refuse_giveaway() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (
      SELECT FROM told_now AS y
        CROSS JOIN LATERAL (
          SELECT count(*) FILTER (WHERE m.reports IS NULL) AS withheld, coalesce(sum(m.reports), 0) AS told
            FROM published.department_reporting m
           WHERE m.jurisdiction = y.jurisdiction AND m.department_id = y.department_id AND m.grain = 'month'
             AND m.period BETWEEN y.period || '-01' AND y.period || '-12') AS months
       WHERE y.grain = 'year' AND y.reports IS NOT NULL AND months.withheld > 0
         AND (months.withheld < 2 OR y.reports - months.told < y.k + months.withheld - 1)
    ) OR EXISTS (
      SELECT FROM told_now AS y
        CROSS JOIN LATERAL published.splits_of(y) AS of_year
        CROSS JOIN LATERAL (
          SELECT count(*) FILTER (WHERE m.reports IS DISTINCT FROM 0 AND of_month.reports IS NULL) AS withheld,
                 coalesce(sum(of_month.reports), 0) AS told
            FROM published.department_reporting m
            LEFT JOIN LATERAL published.splits_of(m) AS of_month
              ON of_month.split = of_year.split AND of_month.part = of_year.part
           WHERE m.jurisdiction = y.jurisdiction AND m.department_id = y.department_id AND m.grain = 'month'
             AND m.period BETWEEN y.period || '-01' AND y.period || '-12') AS months
       WHERE y.grain = 'year' AND of_year.reports > 0 AND months.withheld > 0
         AND (months.withheld < 2 OR of_year.reports - months.told < y.k)
    ) THEN
      RAISE EXCEPTION 'a total would give away a month that is withheld' USING ERRCODE = 'RD035';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER refuse_giveaway AFTER INSERT ON published.department_reporting REFERENCING NEW TABLE AS told_now
    FOR EACH STATEMENT EXECUTE FUNCTION published.refuse_giveaway();
  -- One snapshot takes the place of the one before: rows are put in and taken out, and never altered.
  CREATE TRIGGER append_only BEFORE UPDATE ON published.department_reporting
    FOR EACH ROW EXECUTE FUNCTION redress.refuse_rewrite();
`;

const ONE_SPELLING = `
  -- A programme that reports go to is called by the id of its profile: new-jersey, where charters said new_jersey. Charters are
  -- not rewritten but read so; marks and notices that name the programme follow.
  DO $$ DECLARE place record; spelling record; BEGIN
    FOR place IN SELECT id FROM redress.jurisdiction LOOP
      PERFORM set_config('redress.jurisdiction', place.id::text, true);
      FOR spelling IN
        SELECT DISTINCT programme ->> 'code' AS former, profile ->> 'profile' AS id
          FROM redress.charter c, jsonb_array_elements(c.document -> 'forceReporting' -> 'programmes') AS programme,
               jsonb_array_elements(c.document -> 'forceProfiles') AS profile
         WHERE profile ->> 'profile' = replace(programme ->> 'code', '_', '-') AND profile ->> 'profile' <> programme ->> 'code'
      LOOP
        UPDATE redress.use_of_force_report SET late_for = array_replace(late_for, spelling.former, spelling.id)
         WHERE spelling.former = ANY (late_for);
        UPDATE redress.zero_report SET late_for = array_replace(late_for, spelling.former, spelling.id)
         WHERE spelling.former = ANY (late_for);
        UPDATE redress.department_notice SET programme = spelling.id WHERE programme = spelling.former;
      END LOOP;
    END LOOP;
    PERFORM set_config('redress.jurisdiction', '', true);
  END $$;
`;

/** What is pending is chased, and how completely and how soon each department reports is published. */
export class DepartmentReporting0035 implements MigrationInterface {
  name = 'DepartmentReporting1700000000035';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [PENDING_NOTICES, MEASURE, PUBLISHED, ONE_SPELLING]) await runner.query(part);
  }

  /** The spelling stays: either is a word that no rule hangs on. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE published.department_reporting CASCADE; DROP FUNCTION published.refuse_giveaway();
      DROP FUNCTION published.programmes_are_shielded(jsonb, integer, integer);
      DROP TABLE redress.use_of_force_measure;
      -- The older schema knows no notice of a report. Row-level security binds the owner too.
      DO $$ DECLARE place record; BEGIN
        FOR place IN SELECT id FROM redress.jurisdiction LOOP
          PERFORM set_config('redress.jurisdiction', place.id::text, true);
          DELETE FROM redress.department_notice WHERE kind = 'answers-pending';
        END LOOP;
        PERFORM set_config('redress.jurisdiction', '', true);
      END $$;
      REVOKE UPDATE (cleared_at) ON redress.department_notice FROM redress_app;
      ALTER TABLE redress.department_notice DROP COLUMN report_id, DROP COLUMN cleared_at,
        DROP CONSTRAINT department_notice_kind_check,
        ADD CONSTRAINT department_notice_kind_check CHECK (kind IN ('month-missing')),
        ALTER COLUMN programme SET NOT NULL, ALTER COLUMN month SET NOT NULL;
    `);
  }
}
