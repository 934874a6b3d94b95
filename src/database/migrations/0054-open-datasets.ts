import type { MigrationInterface, QueryRunner } from 'typeorm';

const DECISIONS = `
  -- What the board decided behind open doors, and how each member stood, once minutes that tell of it are approved. No word of
  -- anybody's: of an item about a case not even its title is taken from here into a release.
  CREATE TABLE published.board_decision (
    -- Drawn from the motion's id, which does not leave; the same for good
    key text PRIMARY KEY CHECK (key ~ '^[0-9a-f]{16}$'),
    item_id uuid NOT NULL REFERENCES published.agenda_item,
    -- In the order in which they were moved
    number integer NOT NULL CHECK (number > 0),
    of_case boolean NOT NULL,
    kind text NOT NULL CHECK (kind IN ('motion', 'amendment', 'reconsideration', 'continued')),
    result text NOT NULL CHECK (result IN ('carried', 'failed')),
    yes_votes integer NOT NULL CHECK (yes_votes >= 0),
    no_votes integer NOT NULL CHECK (no_votes >= 0),
    casting_vote text CHECK (casting_vote IN ('yes', 'no')),
    UNIQUE (item_id, number)
  );
  CREATE TABLE published.member_vote (
    decision_key text NOT NULL REFERENCES published.board_decision ON DELETE CASCADE,
    seat integer NOT NULL CHECK (seat > 0),
    member text NOT NULL,
    vote text NOT NULL CHECK (vote IN ('yes', 'no', 'abstain', 'recused', 'absent', 'presiding')),
    PRIMARY KEY (decision_key, seat)
  );
  GRANT SELECT ON published.board_decision, published.member_vote TO redress_public;
  GRANT SELECT, INSERT ON published.board_decision, published.member_vote TO redress_app;
  CREATE TRIGGER append_only BEFORE UPDATE ON published.board_decision FOR EACH ROW EXECUTE FUNCTION redress.refuse_rewrite();
  CREATE TRIGGER append_only BEFORE UPDATE ON published.member_vote FOR EACH ROW EXECUTE FUNCTION redress.refuse_rewrite();

  -- Whoever writes: nothing from behind closed doors, and nothing that the public minutes do not tell.
  CREATE FUNCTION published.refuse_untold_decision() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM published.agenda_item i
        JOIN published.meeting m ON m.id = i.meeting_id AND m.minutes_approved_at IS NOT NULL
        JOIN published.minutes_section s ON s.item_id = i.id AND s.text IS NOT NULL
       WHERE i.id = NEW.item_id AND NOT i.closed AND NOT i.withdrawn) THEN
      RAISE EXCEPTION 'the public minutes do not tell of this decision' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER refuse_untold_decision BEFORE INSERT ON published.board_decision
    FOR EACH ROW EXECUTE FUNCTION published.refuse_untold_decision();

  -- In the office's name: what the public is told is the whole, whoever is behind which wall. A motion that was closed before
  -- there were rolls has the votes that counted.
  CREATE FUNCTION redress.tell_decisions(room uuid) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO published.board_decision (key, item_id, number, of_case, kind, result, yes_votes, no_votes, casting_vote)
    SELECT left(encode(sha256(convert_to('decision/' || o.id, 'UTF8')), 'hex'), 16), i.id,
           row_number() OVER (PARTITION BY i.id ORDER BY o.moved_at, o.id), i.complaint_id IS NOT NULL,
           CASE WHEN o.degree > 0 THEN 'amendment' WHEN o.reconsiders IS NOT NULL THEN 'reconsideration'
             WHEN o.continues IS NOT NULL THEN 'continued' ELSE 'motion' END,
           o.status, o.yes_votes, o.no_votes, o.casting_vote
      FROM redress.motion o
      JOIN redress.agenda_item i ON i.jurisdiction_id = o.jurisdiction_id AND i.id = o.agenda_item_id
      JOIN published.minutes_section s ON s.item_id = i.id AND s.text IS NOT NULL
     WHERE o.meeting_id = room AND o.status IN ('carried', 'failed') AND NOT i.closed AND i.withdrawn_at IS NULL
       AND NOT EXISTS (SELECT FROM redress.sealing seal WHERE seal.jurisdiction_id = i.jurisdiction_id
         AND seal.complaint_id = i.complaint_id AND seal.lifted_at IS NULL);
    INSERT INTO published.member_vote (decision_key, seat, member, vote)
    SELECT d.key, row_number() OVER (PARTITION BY d.key ORDER BY stood.member_id), p.display_name, stood.vote
      FROM redress.motion o
      JOIN published.board_decision d ON d.key = left(encode(sha256(convert_to('decision/' || o.id, 'UTF8')), 'hex'), 16)
      CROSS JOIN LATERAL (
        SELECT r.member_id, r.position AS vote FROM redress.motion_roll r
         WHERE r.jurisdiction_id = o.jurisdiction_id AND r.motion_id = o.id
        UNION ALL
        SELECT v.member_id, v.choice FROM redress.vote v
         WHERE v.jurisdiction_id = o.jurisdiction_id AND v.motion_id = o.id AND v.member_id = ANY (o.counted_members)
           AND NOT EXISTS (SELECT FROM redress.motion_roll r WHERE r.jurisdiction_id = o.jurisdiction_id AND r.motion_id = o.id)
      ) AS stood
      JOIN redress.board_member b ON b.jurisdiction_id = o.jurisdiction_id AND b.id = stood.member_id
      JOIN redress.staff p ON p.jurisdiction_id = b.jurisdiction_id AND p.id = b.staff_id
     WHERE o.meeting_id = room;
  END $$;

  -- Minutes that were approved before there were these tables. Row-level security binds the owner too.
  DO $$ DECLARE place record; room record; BEGIN
    FOR place IN SELECT id, slug FROM redress.jurisdiction LOOP
      PERFORM set_config('redress.jurisdiction', place.id::text, true);
      FOR room IN SELECT id FROM published.meeting WHERE jurisdiction = place.slug AND minutes_approved_at IS NOT NULL LOOP
        PERFORM redress.tell_decisions(room.id);
      END LOOP;
    END LOOP;
    PERFORM set_config('redress.jurisdiction', '', true);
  END $$;
`;

/** What other migrations made of a function stays; one place in it is put otherwise. */
const altered = (signature: string, from: string, to: string): string => `
  DO $$ DECLARE known text; BEGIN
    SELECT pg_get_functiondef('${signature}'::regprocedure) INTO known;
    IF strpos(known, $from$${from}$from$) = 0 THEN RAISE EXCEPTION '${signature} is not as it was'; END IF;
    EXECUTE replace(known, $from$${from}$from$, $to$${to}$to$);
  END $$;`;

// A case that is sealed or destroyed takes its decisions from the public, as it takes the words about it.
const WITHHOLD = 'redress.withhold_from_meetings()';
const OPINIONS_GO = 'UPDATE published.opinion SET text = NULL WHERE item_id = ANY (items);';
const DECISIONS_GO = `${OPINIONS_GO} DELETE FROM published.board_decision WHERE item_id = ANY (items);`;

// Releases that a case may stand in are recalled, those too whose unit has another name.
const RECALL = 'redress.recall_releases()';
const OF_ONE_NAME = `r.spec ->> 'unit' = 'complaint'`;
const OF_COMPLAINTS = `(r.spec ->> 'unit' = 'complaint' OR (r.spec ->> 'ofComplaints')::boolean)`;

const CUTS = `
  -- A release that was cut from another is shown while the other is, and goes with it.
  CREATE FUNCTION published.hold_source_of_cut() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
  DECLARE source uuid;
  BEGIN
    IF NOT NEW.manifest ? 'madeOf' THEN RETURN NEW; END IF;
    SELECT r.id INTO source FROM published.release r
     WHERE r.jurisdiction = NEW.jurisdiction AND r.dataset = NEW.manifest #>> '{madeOf,dataset}'
       AND r.version = NEW.manifest #>> '{madeOf,version}' AND r.file_sha256 = NEW.manifest #>> '{madeOf,sha256}' FOR SHARE;
    IF source IS NULL THEN
      RAISE EXCEPTION 'what this was cut from is not public' USING ERRCODE = 'RD003';
    END IF;
    IF EXISTS (SELECT FROM redress.release_recall recall WHERE recall.release_id = source) THEN
      RAISE EXCEPTION 'a case that its source may show was destroyed or sealed since' USING ERRCODE = 'RD023';
    END IF;
    RETURN NEW;
  END $$;
  REVOKE ALL ON FUNCTION published.hold_source_of_cut() FROM PUBLIC;
  CREATE TRIGGER hold_source_of_cut BEFORE INSERT ON published.release
    FOR EACH ROW EXECUTE FUNCTION published.hold_source_of_cut();
  CREATE FUNCTION published.refuse_cut_without_source() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF EXISTS (SELECT FROM published.release r WHERE r.jurisdiction = OLD.jurisdiction
        AND r.manifest #>> '{madeOf,dataset}' = OLD.dataset AND r.manifest #>> '{madeOf,version}' = OLD.version) THEN
      RAISE EXCEPTION 'what was cut from it is still public' USING ERRCODE = 'RD003';
    END IF;
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION published.refuse_cut_without_source() FROM PUBLIC;
  CREATE CONSTRAINT TRIGGER refuse_cut_without_source AFTER DELETE ON published.release DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION published.refuse_cut_without_source();
`;

/** Datasets that say nothing new: decisions of the board as minutes tell them, and cuts, which go with what they were cut from. */
export class OpenDatasets0054 implements MigrationInterface {
  name = 'OpenDatasets1700000000054';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DECISIONS);
    await runner.query(altered(WITHHOLD, OPINIONS_GO, DECISIONS_GO));
    await runner.query(altered(RECALL, OF_ONE_NAME, OF_COMPLAINTS));
    await runner.query(CUTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER refuse_cut_without_source ON published.release; DROP FUNCTION published.refuse_cut_without_source();
      DROP TRIGGER hold_source_of_cut ON published.release; DROP FUNCTION published.hold_source_of_cut();
    `);
    await runner.query(altered(RECALL, OF_COMPLAINTS, OF_ONE_NAME));
    await runner.query(altered(WITHHOLD, DECISIONS_GO, OPINIONS_GO));
    await runner.query(`
      DROP FUNCTION redress.tell_decisions(uuid);
      DROP TABLE published.member_vote; DROP TABLE published.board_decision; DROP FUNCTION published.refuse_untold_decision();
    `);
  }
}
