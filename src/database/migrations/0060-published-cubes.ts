import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What makes the public plane fast: counts made when a release comes out, rows that are numbered without a gap, and word to
 * every server of what comes out and what is taken back.
 */
export class PublishedCubes0060 implements MigrationInterface {
  name = 'PublishedCubes1700000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CUBES);
    await runner.query(NUMBERS);
    await runner.query(NEWS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER tell_of_change ON published.release;
      DROP TRIGGER refuse_gaps ON published.release;
      DROP TRIGGER drop_cubes ON published.release;
      DO $$ DECLARE c record; BEGIN
        FOR c IN SELECT table_name FROM published.cube LOOP EXECUTE format('DROP TABLE published.%I', c.table_name); END LOOP;
      END $$;
      DROP TABLE published.cube;
      DROP FUNCTION published.build_cubes(uuid, text[], bigint);
      DROP FUNCTION published.drop_cubes();
      DROP FUNCTION published.refuse_gaps();
      DROP FUNCTION published.tell_of_change();
      DROP FUNCTION published.next_change_in();
    `);
  }
}

/** A cube holds, for some columns, every combination of their values that occurs and in how many rows. */
const CUBES = `
  CREATE TABLE published.cube (
    release_id uuid NOT NULL,
    table_name text NOT NULL UNIQUE,
    columns text[] NOT NULL,
    groups integer NOT NULL,
    PRIMARY KEY (release_id, table_name)
  );
  GRANT SELECT ON published.cube TO redress_public;

  -- Sets of columns whose combinations are few for certain, so many that every two columns stand in one of them if they can.
  -- With its owner's rights, as create_rows(): names are those of the release's own table. To be called after close_rows().
  CREATE FUNCTION published.build_cubes(release uuid, dimensions text[], most_groups bigint) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    rows_name text := 'rows_' || replace(release::text, '-', '');
    cube_name text;
    names text[];
    sizes numeric[];
    chosen integer[];
    product numeric;
    met text[] := '{}';
    listed text;
    made bigint;
    built integer := 0;
  BEGIN
    IF NOT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'published' AND tablename = rows_name)
        OR EXISTS (SELECT FROM published.cube c WHERE c.release_id = release) THEN
      RETURN 0;
    END IF;
    -- How many values a column has is what ANALYZE found; empty is one more.
    SELECT array_agg(s.name ORDER BY s.size, s.name), array_agg(s.size ORDER BY s.size, s.name) INTO names, sizes
      FROM (SELECT p.attname::text AS name, ceil((CASE WHEN p.n_distinct < 0 THEN -p.n_distinct * c.reltuples ELSE p.n_distinct END
                + CASE WHEN p.null_frac > 0 THEN 1 ELSE 0 END)::numeric) AS size
              FROM pg_stats p JOIN pg_class c ON c.oid = format('published.%I', rows_name)::regclass
             WHERE p.schemaname = 'published' AND p.tablename = rows_name
               AND p.attname::text = ANY (dimensions) AND p.attname <> 'row_number') s
     WHERE s.size <= most_groups;
    FOR i IN 1 .. coalesce(cardinality(names), 0) LOOP
      FOR j IN REVERSE cardinality(names) .. i LOOP
        CONTINUE WHEN format('%s %s', i, j) = ANY (met) OR built >= 40;
        chosen := CASE WHEN i = j THEN ARRAY[i] ELSE ARRAY[i, j] END;
        product := sizes[i] * CASE WHEN i = j THEN 1 ELSE sizes[j] END;
        CONTINUE WHEN product > most_groups;
        FOR k IN 1 .. cardinality(names) LOOP
          IF k <> ALL (chosen) AND product * sizes[k] <= most_groups THEN
            chosen := chosen || k;
            product := product * sizes[k];
          END IF;
        END LOOP;
        SELECT met || array_agg(format('%s %s', one, other)) INTO met
          FROM unnest(chosen) one, unnest(chosen) other WHERE one <= other;
        SELECT string_agg(format('t.%I', names[place]), ', ') INTO listed FROM unnest(chosen) place;
        cube_name := format('cube_%s_%s', replace(release::text, '-', ''), built);
        EXECUTE format('CREATE TABLE published.%I AS SELECT %s, count(*) AS _rows FROM published.%I t GROUP BY %s',
          cube_name, listed, rows_name, listed);
        GET DIAGNOSTICS made = ROW_COUNT;
        EXECUTE format('ANALYZE published.%I', cube_name);
        EXECUTE format('GRANT SELECT ON published.%I TO redress_public', cube_name);
        INSERT INTO published.cube (release_id, table_name, columns, groups)
        VALUES (release, cube_name, (SELECT array_agg(names[place]) FROM unnest(chosen) place), made);
        built := built + 1;
      END LOOP;
    END LOOP;
    RETURN built;
  END $$;
  REVOKE ALL ON FUNCTION published.build_cubes(uuid, text[], bigint) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION published.build_cubes(uuid, text[], bigint) TO redress_app;

  CREATE FUNCTION published.drop_cubes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    gone text;
  BEGIN
    FOR gone IN DELETE FROM published.cube c WHERE c.release_id = OLD.id RETURNING c.table_name LOOP
      EXECUTE format('DROP TABLE published.%I', gone);
    END LOOP;
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION published.drop_cubes() FROM PUBLIC;
  CREATE TRIGGER drop_cubes AFTER DELETE ON published.release FOR EACH ROW EXECUTE FUNCTION published.drop_cubes();
`;

/** Whoever pages through a whole release asks for rows beyond a number: true only while no number is left out. */
const NUMBERS = `
  CREATE FUNCTION published.refuse_gaps() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    rows_name text := format('published.%I', 'rows_' || replace(NEW.id::text, '-', ''));
    good boolean;
  BEGIN
    IF to_regclass(rows_name) IS NULL THEN
      RETURN NEW;
    END IF;
    EXECUTE format('SELECT count(*) = $1 AND coalesce(min(row_number), 1) = 1 AND coalesce(max(row_number), 0) = $1 FROM %s',
      rows_name) INTO good USING NEW.row_count;
    IF NOT good THEN
      RAISE EXCEPTION 'the rows of a release are numbered from 1 without a gap' USING ERRCODE = 'RD004';
    END IF;
    RETURN NEW;
  END $$;
  REVOKE ALL ON FUNCTION published.refuse_gaps() FROM PUBLIC;
  CREATE TRIGGER refuse_gaps BEFORE INSERT ON published.release FOR EACH ROW EXECUTE FUNCTION published.refuse_gaps();
`;

/** Servers remember what is published. They are told at the commit, each of them; and they ask when the next embargo ends. */
const NEWS = `
  CREATE FUNCTION published.tell_of_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_notify('redress_published', '');
    RETURN NULL;
  END $$;
  CREATE TRIGGER tell_of_change AFTER INSERT OR UPDATE OR DELETE ON published.release
    FOR EACH STATEMENT EXECUTE FUNCTION published.tell_of_change();

  -- Milliseconds until a release comes out that waits for its time; null when none waits. With its owner's rights: who may
  -- not see what waits may know when to look again.
  DO $$ BEGIN
    EXECUTE format($function$
      CREATE FUNCTION published.next_change_in() RETURNS double precision LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp AS $body$
        SELECT (extract(epoch FROM min(%1$s) - clock_timestamp()) * 1000)::double precision
          FROM published.release r WHERE %1$s > clock_timestamp()
      $body$ $function$,
      CASE WHEN EXISTS (SELECT FROM information_schema.columns c WHERE c.table_schema = 'published'
          AND c.table_name = 'release' AND c.column_name = 'embargoed_until')
        THEN 'coalesce(r.embargoed_until, r.published_at)' ELSE 'r.published_at' END);
  END $$;
  REVOKE ALL ON FUNCTION published.next_change_in() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION published.next_change_in() TO redress_public;
`;
