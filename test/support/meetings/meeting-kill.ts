import { setTimeout as wait } from 'node:timers/promises';
import { seeded } from '../generated-reports.js';
import { RedressProcess } from '../redress-process.js';
import { halfWritten } from './half-written.js';
import type { MeetingScene } from './meeting-scene.js';
import { MEMBERS } from './model.js';

const LANES = 4;

interface Said {
  /** Ids of motions and votes that the server said it had taken */
  made: string[];
  decided: { motionId: string; status: string }[];
}

/**
 * Kills a server with -9 in the middle of several meetings, as often as it says, after so many answers as the seed settles.
 * What is written by half, or was answered for and is not there, is told in words.
 */
export async function meetingKill(
  scene: MeetingScene,
  { rounds, seed, say }: { rounds: number; seed: number; say: (line: string) => void },
): Promise<string[]> {
  const { database } = scene.room.redress;
  const { ownerUrl, connections, owner } = database;
  const environment = {
    DATABASE_URL: ownerUrl,
    MASTER_KEY: connections.masterKey.toString('base64'),
    DATA_DIRECTORY: connections.dataDirectory,
  };
  const random = seeded(seed);
  const faults: string[] = [];
  for (let round = 1; round <= rounds; round++) {
    const process = new RedressProcess(['serve'], { ...environment, PORT: '0', LOG_LEVEL: 'warn' });
    const [, port = ''] = await process.says(/serves on http:\S+:(\d+)\./);
    await scene.room.wait(0);
    const said: Said = { made: [], decided: [] };
    const target = 5 + Math.floor(80 * random());
    const client = new Client(`http://127.0.0.1:${port}/api/v1`, said, (answers) => {
      if (answers === target) process.child.kill('SIGKILL');
    });
    const lanes = Array.from({ length: LANES }, () => meet(scene, client).catch(() => null));
    await Promise.all([process.ended(), ...lanes]);
    await untilNothingRuns(scene);
    const unkept = [...(await missing(scene, said)), ...(await halfWritten(owner))];
    faults.push(...unkept.map((fault) => `round ${round}: ${fault}`));
    const unanswered = client.asked - client.answers;
    say(
      `round ${round}: killed after ${target} answers with ${unanswered} requests under way; ${unkept.length} faults`,
    );
    if (unanswered === 0) faults.push(`round ${round}: nothing was under way`);
  }
  return faults;
}

/** Asks the server that is to be killed, and keeps what it was told. */
class Client {
  asked = 0;
  answers = 0;

  constructor(
    private readonly base: string,
    readonly said: Said,
    private readonly onAnswer: (answers: number) => void,
  ) {}

  async post(path: string, token: string, body: object = {}): Promise<{ id: string; status: string }> {
    this.asked++;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(this.base + path, { method: 'POST', headers, body: JSON.stringify(body) });
    const text = await answer.text();
    this.onAnswer(++this.answers);
    if (answer.status >= 500) throw new Error(text);
    return (text === '' ? {} : JSON.parse(text)) as { id: string; status: string };
  }
}

/** Meeting after meeting: motions, amendments, everybody votes at once, and the vote is closed; until the server is gone. */
async function meet(scene: MeetingScene, client: Client): Promise<never> {
  const { members, room } = scene;
  const clerk = room.clerk.token;
  const [moverId, seconderId] = members.map(({ memberId }) => memberId);
  const vote = async (motionId: string): Promise<void> => {
    const cast = MEMBERS.map(async (at) => {
      const { id } = await client.post(`/motions/${motionId}/votes`, members[at]!.token, {
        choice: at < 4 ? 'yes' : 'no',
      });
      client.said.made.push(id);
    });
    await Promise.all(cast);
    const [first, second] = [1, 2].map(() => client.post(`/motions/${motionId}/decision`, clerk));
    for (const { status } of await Promise.all([first!, second!]))
      if (status === 'carried' || status === 'failed') client.said.decided.push({ motionId, status });
  };
  for (;;) {
    const of = await scene.newCase();
    const { meetingId, itemIds } = await scene.newMeeting(of, MEMBERS);
    const moved = { agendaItemId: itemIds[1], moverId, seconderId, text: 'That it be so.' };
    const finding = { allegationId: of.allegationId, proposedFinding: 'sustained' };
    const { id } = await client.post('/motions', clerk, { ...moved, ...finding });
    client.said.made.push(id);
    const amendment = { ...moved, text: 'That it be otherwise.', proposedFinding: 'unfounded', amends: id };
    const { id: amends } = await client.post('/motions', clerk, amendment);
    client.said.made.push(amends);
    await vote(amends);
    await vote(id);
    const { id: last } = await client.post('/motions', clerk, { ...moved, agendaItemId: itemIds[0] });
    client.said.made.push(last);
    await client.post(`/meetings/${meetingId}/adjournment`, clerk);
  }
}

/** The database has noticed that its client is gone, and rolled back what it was in the middle of. */
async function untilNothingRuns({ room }: MeetingScene): Promise<void> {
  for (;;) {
    const { rows } = await room.redress.database.owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND usename = 'redress_app' AND xact_start IS NOT NULL`,
    );
    if (rows[0]!.n === 0) return;
    await wait(20);
  }
}

/** What the server answered for and is not there. */
async function missing({ room }: MeetingScene, { made, decided }: Said): Promise<string[]> {
  const { owner } = room.redress.database;
  const { rows } = await owner.query<{ id: string }>(
    `SELECT one AS id FROM unnest($1::uuid[]) AS one WHERE NOT EXISTS (SELECT FROM redress.motion o WHERE o.id = one)
        AND NOT EXISTS (SELECT FROM redress.vote v WHERE v.id = one)`,
    [made],
  );
  const lost = await owner.query<{ id: string }>(
    `SELECT one.id FROM unnest($1::uuid[], $2::text[]) AS one (id, status)
      WHERE NOT EXISTS (SELECT FROM redress.motion o WHERE o.id = one.id AND o.status = one.status)`,
    [decided.map(({ motionId }) => motionId), decided.map(({ status }) => status)],
  );
  return [...rows, ...lost.rows].map(({ id }) => `answered for and not there: ${id}`);
}

/** Takes one row away, past all guards, as a transaction cut in two would have: what is left is to be found out. */
export async function cutInTwo({ room }: MeetingScene, row: keyof typeof ROWS): Promise<void> {
  const { owner } = room.redress.database;
  await owner.query(`SET session_replication_role = replica; ${ROWS[row]}; SET session_replication_role = DEFAULT`);
}

const ROWS = {
  'of the roll': `DELETE FROM redress.motion_roll WHERE ctid = (SELECT ctid FROM redress.motion_roll WHERE position = 'yes' LIMIT 1)`,
  'of the history': `DELETE FROM redress.history_event WHERE id = (SELECT id FROM redress.history_event WHERE action = 'motion.decide' LIMIT 1)`,
  'of the findings': `DELETE FROM redress.finding WHERE id = (SELECT id FROM redress.finding WHERE stage = 'board' LIMIT 1)`,
};
