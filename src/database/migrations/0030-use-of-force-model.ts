import type { MigrationInterface, QueryRunner } from 'typeorm';

const PARTS = ['use_of_force_report', 'use_of_force_subject', 'use_of_force_officer', 'force_application'] as const;

/**
 * The canonical record: every element an answer. What has a column of its own stays there; `answers` holds the other
 * elements, and `unanswered` says of those told without a value why (element -> state), so that what is pending can be
 * counted and chased by the element. `original` is what was sent, as before.
 */
export class UseOfForceModel0030 implements MigrationInterface {
  name = 'UseOfForceModel1700000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- No element's value is an object: where one stands, it is {"state": …} and says why there is none.
      CREATE FUNCTION redress.has_unanswered(told jsonb) RETURNS boolean
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN jsonb_path_exists(told, 'strict $.* ? (@.type() == "object")');

      CREATE FUNCTION redress.answered(told jsonb) RETURNS jsonb
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN CASE WHEN redress.has_unanswered(told)
          THEN (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(told) WHERE jsonb_typeof(value) <> 'object')
          ELSE told END;

      CREATE FUNCTION redress.unanswered(told jsonb) RETURNS jsonb
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN CASE WHEN redress.has_unanswered(told)
          THEN (SELECT jsonb_object_agg(key, value -> 'state') FROM jsonb_each(told) WHERE jsonb_typeof(value) = 'object')
          END;

      -- A part as it was told, from its columns and the two beside them.
      CREATE FUNCTION redress.as_told(columns jsonb, answers jsonb, unanswered jsonb) RETURNS jsonb
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN columns || coalesce(answers, '{}') || CASE WHEN unanswered IS NULL THEN '{}' ELSE
          (SELECT jsonb_object_agg(key, jsonb_build_object('state', value)) FROM jsonb_each(unanswered)) END;

      CREATE FUNCTION redress.are_states(unanswered jsonb) RETURNS boolean
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN jsonb_typeof(unanswered) = 'object' AND NOT jsonb_path_exists(unanswered, 'strict $.* ? (@.type() != "string" ||
          (@ != "pending" && @ != "unknown_final" && @ != "not_applicable" && @ != "not_asked"))');
    `);
    for (const part of PARTS)
      await runner.query(`
        ALTER TABLE redress.${part}
          ADD COLUMN answers jsonb CHECK (jsonb_typeof(answers) = 'object' AND NOT redress.has_unanswered(answers)),
          ADD COLUMN unanswered jsonb CHECK (redress.are_states(unanswered));
        CREATE INDEX ${part}_unanswered ON redress.${part} (jurisdiction_id${part === 'use_of_force_report' ? '' : ', report_id'})
          WHERE unanswered IS NOT NULL;
      `);
    await runner.query(`
      -- What force it was may be pending; it is not left out.
      ALTER TABLE redress.force_application ALTER COLUMN force_type DROP NOT NULL;
      ALTER TABLE redress.force_application ADD CONSTRAINT force_type_is_told
        CHECK (force_type IS NOT NULL OR coalesce(unanswered ? 'forceType', false));

      -- A place's own versions of the programmes' rules. What was enacted is not rewritten, and is public.
      CREATE TABLE redress.use_of_force_profile (
        jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
        id uuid NOT NULL,
        profile text NOT NULL CHECK (profile ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        version text NOT NULL,
        document jsonb NOT NULL CHECK (document ->> 'id' = profile AND document ->> 'version' = version),
        enacted_by uuid NOT NULL,
        enacted_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, profile, version),
        FOREIGN KEY (jurisdiction_id, enacted_by) REFERENCES redress.staff
      );
      SELECT redress.protect('redress.use_of_force_profile');
      SELECT redress.append_only('redress.use_of_force_profile');

      CREATE TABLE published.use_of_force_profile (
        id uuid PRIMARY KEY,
        jurisdiction text NOT NULL,
        profile text NOT NULL,
        version text NOT NULL,
        document jsonb NOT NULL,
        UNIQUE (jurisdiction, profile, version)
      );
      GRANT SELECT ON published.use_of_force_profile TO redress_public;
      GRANT SELECT, INSERT ON published.use_of_force_profile TO redress_app;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON published.use_of_force_profile
        FOR EACH ROW EXECUTE FUNCTION redress.refuse_rewrite();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE published.use_of_force_profile; DROP TABLE redress.use_of_force_profile;
      ALTER TABLE redress.force_application DROP CONSTRAINT force_type_is_told;
      DELETE FROM redress.force_application WHERE force_type IS NULL;
      ALTER TABLE redress.force_application ALTER COLUMN force_type SET NOT NULL;
    `);
    for (const part of PARTS)
      await runner.query(`ALTER TABLE redress.${part} DROP COLUMN answers, DROP COLUMN unanswered`);
    await runner.query(`
      DROP FUNCTION redress.as_told; DROP FUNCTION redress.are_states; DROP FUNCTION redress.answered;
      DROP FUNCTION redress.unanswered; DROP FUNCTION redress.has_unanswered;
    `);
  }
}
