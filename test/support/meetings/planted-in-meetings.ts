import pg from 'pg';
import type { MeetingScene } from './meeting-scene.js';

type Undo = () => Promise<void>;

/** Faults of a kind that programs have, for the campaign to find. Each is taken out again by what it returns. */
export const PLANTED: Readonly<Record<string, (scene: MeetingScene) => Promise<Undo>>> = {
  // Who was recused is written down as having been away.
  'a false roll': (scene) =>
    sql(
      scene,
      `CREATE FUNCTION redress.planted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF NEW.position = 'recused' THEN NEW.position := 'absent'; END IF; RETURN NEW; END $$;
       CREATE TRIGGER planted BEFORE INSERT ON redress.motion_roll FOR EACH ROW EXECUTE FUNCTION redress.planted()`,
      'DROP TRIGGER planted ON redress.motion_roll; DROP FUNCTION redress.planted()',
    ),
  // The words of an amendment are adopted, and what it would find is forgotten.
  'a forgotten finding': (scene) =>
    sql(
      scene,
      `CREATE FUNCTION redress.planted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF NEW.status = 'open' THEN NEW.proposed_finding := OLD.proposed_finding; END IF; RETURN NEW; END $$;
       CREATE TRIGGER planted BEFORE UPDATE ON redress.motion FOR EACH ROW EXECUTE FUNCTION redress.planted()`,
      'DROP TRIGGER planted ON redress.motion; DROP FUNCTION redress.planted()',
    ),
  // Nobody waits for anybody: only what happens at once shows it.
  'no locks': async (scene) => {
    const put = await sql(
      scene,
      `ALTER TABLE redress.motion DISABLE TRIGGER refuse_unlawful_motion;
       ALTER TABLE redress.vote DISABLE TRIGGER refuse_unlawful_vote;
       ALTER TABLE redress.vote DISABLE TRIGGER refuse_vote_on_open_words;
       ALTER TABLE redress.meeting DISABLE TRIGGER refuse_open_motions`,
      `ALTER TABLE redress.motion ENABLE TRIGGER refuse_unlawful_motion;
       ALTER TABLE redress.vote ENABLE TRIGGER refuse_unlawful_vote;
       ALTER TABLE redress.vote ENABLE TRIGGER refuse_vote_on_open_words;
       ALTER TABLE redress.meeting ENABLE TRIGGER refuse_open_motions`,
    );
    const taken = unlocked();
    return async () => {
      taken();
      await put();
    };
  },
};

async function sql({ room }: MeetingScene, plant: string, undo: string): Promise<Undo> {
  const { owner } = room.redress.database;
  await owner.query(plant);
  return async () => {
    await owner.query(undo);
  };
}

/** Every statement of this process goes without its lock. */
function unlocked(): () => void {
  const client = pg.Client.prototype as { query: (statement: unknown, ...rest: unknown[]) => unknown };
  const { query } = client;
  client.query = function (statement, ...rest) {
    const text = typeof statement === 'string' ? statement.replaceAll(/ FOR (NO KEY )?UPDATE/g, '') : statement;
    return query.call(this, text, ...rest);
  };
  return () => {
    client.query = query;
  };
}
