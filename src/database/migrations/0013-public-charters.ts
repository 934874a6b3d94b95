import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The terms of oversight are public, every version of them: what is enacted stands among what is published from then on. */
export class PublicCharters0013 implements MigrationInterface {
  name = 'PublicCharters1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Two charters of one place never begin on the same day: which one is in force has one answer.
      CREATE UNIQUE INDEX charter_begins_once ON redress.charter (jurisdiction_id, effective_from);

      CREATE TABLE published.charter (
        id uuid PRIMARY KEY,
        jurisdiction text NOT NULL,
        version integer NOT NULL,
        effective_from date NOT NULL,
        document jsonb NOT NULL,
        UNIQUE (jurisdiction, version)
      );
      GRANT SELECT ON published.charter TO redress_public;
      GRANT SELECT, INSERT ON published.charter TO redress_app;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON published.charter
        FOR EACH ROW EXECUTE FUNCTION redress.refuse_rewrite();

      -- Row-level security binds the owner too: what is there already is copied place by place.
      DO $$ DECLARE place record; BEGIN
        FOR place IN SELECT id, slug FROM redress.jurisdiction LOOP
          PERFORM set_config('redress.jurisdiction', place.id::text, true);
          INSERT INTO published.charter SELECT id, place.slug, version, effective_from, document
            FROM redress.charter WHERE jurisdiction_id = place.id;
        END LOOP;
        PERFORM set_config('redress.jurisdiction', '', true);
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE published.charter; DROP INDEX redress.charter_begins_once;`);
  }
}
