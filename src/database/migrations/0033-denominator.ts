import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What released counts are divided by: how many officers, people, stops, arrests there were in a month, by group, and who says
 * so. A statement is published as it is told, since it is made for that; told anew, the one before stands in the record.
 */
export class Denominator0033 implements MigrationInterface {
  name = 'Denominator1700000000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE redress.denominator (
        jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
        id uuid NOT NULL,
        -- NULL: of the whole place
        department_id uuid,
        kind text NOT NULL CHECK (kind IN ('workforce', 'population', 'stops', 'arrests')),
        month date NOT NULL CHECK (month = date_trunc('month', month)),
        grouping text NOT NULL CHECK (grouping IN ('all', 'race', 'gender', 'age')),
        source text NOT NULL CHECK (length(btrim(source)) > 0),
        source_url text,
        -- {"<group>": <count>, …}
        counts jsonb NOT NULL CHECK (jsonb_typeof(counts) = 'object' AND counts <> '{}'),
        version integer NOT NULL CHECK (version > 0),
        told_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE NULLS NOT DISTINCT (jurisdiction_id, department_id, kind, month, grouping, version),
        FOREIGN KEY (jurisdiction_id, department_id) REFERENCES redress.department
      );
      SELECT redress.protect('redress.denominator');
      SELECT redress.append_only('redress.denominator');

      CREATE TABLE published.denominator (
        id uuid PRIMARY KEY,
        jurisdiction text NOT NULL,
        department text,
        kind text NOT NULL,
        month date NOT NULL,
        grouping text NOT NULL,
        source text NOT NULL,
        source_url text,
        counts jsonb NOT NULL,
        version integer NOT NULL,
        UNIQUE NULLS NOT DISTINCT (jurisdiction, kind, grouping, month, department, version)
      );
      GRANT SELECT ON published.denominator TO redress_public;
      GRANT SELECT, INSERT ON published.denominator TO redress_app;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON published.denominator
        FOR EACH ROW EXECUTE FUNCTION redress.refuse_rewrite();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE published.denominator; DROP TABLE redress.denominator;');
  }
}
