import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BoardRoom, boardCharter } from '../support/board-room.js';
import { halfWritten } from '../support/meetings/half-written.js';
import { meetingCampaign } from '../support/meetings/meeting-campaign.js';
import { cutInTwo, meetingKill } from '../support/meetings/meeting-kill.js';
import { CHARTERS, MeetingScene } from '../support/meetings/meeting-scene.js';
import { PLANTED } from '../support/meetings/planted-in-meetings.js';

// In this order: what is planted damages the database for good.
let scene: MeetingScene;
beforeAll(async () => (scene = await MeetingScene.open(CHARTERS[1]!)));
afterAll(() => scene.room.redress.stop());

const [SEQUENCES, SEED] = [8, 1];

describe('a server that is killed with -9 in the middle of meetings (twenty times: `npm run bench -- meeting-kill`)', () => {
  it('leaves nothing half-written, and keeps what it answered for', async () => {
    const said: string[] = [];
    expect(await meetingKill(scene, { rounds: 1, seed: 2, say: (line) => void said.push(line) })).toEqual([]);
    expect(said).toHaveLength(1);
  }, 120_000);

  it.each(['of the roll', 'of the history', 'of the findings'] as const)(
    'is found out when a row %s is not there (planted)',
    async (row) => {
      const { owner } = scene.room.redress.database;
      const before = (await halfWritten(owner)).length;
      await cutInTwo(scene, row);
      expect((await halfWritten(owner)).length).toBeGreaterThan(before);
    },
  );
});

describe('meetings (the campaign of 5,000 sequences is `npm run bench -- meetings`)', () => {
  it(`stand as the model of them does after ${SEQUENCES} random sequences (seed ${SEED})`, async () => {
    const counted = await meetingCampaign(scene, { sequences: SEQUENCES, seed: SEED });
    expect(counted.sequences).toBe(SEQUENCES);
    expect(counted.atOnce).toBeGreaterThan(SEQUENCES);
  }, 120_000);

  it.each(['a forgotten finding', 'no locks'])(
    'are found out when they do not (planted: %s)',
    async (name) => {
      const undo = await PLANTED[name]!(scene);
      const campaign = meetingCampaign(scene, { sequences: 300, seed: SEED, shrink: false });
      await expect(campaign).rejects.toMatchObject({
        cause: { message: expect.stringContaining('no order explains') },
      });
      await undo();
    },
    240_000,
  );
});

describe('a hundred votes at once', () => {
  it('of 25 members, and three closings: each member is counted once, and the result is the tally', async () => {
    const room = await BoardRoom.in(await scene.room.redress.elsewhere('hundred', boardCharter), 25);
    const { itemIds } = await room.sit([{}]);
    const motionId = await room.move(itemIds[0]);
    const choiceOf = (at: number) => ['yes', 'no', 'yes', 'abstain'][at % 4]!;
    const cast = (times: number) =>
      Promise.all(
        Array.from({ length: 25 * times }, (_, ballot) =>
          room.vote(motionId, room.members[ballot % 25]!, choiceOf(ballot % 25)),
        ),
      );
    const close = () => room.post(`/motions/${motionId}/decision`);
    const [first, ...closings] = await Promise.all([cast(4), close(), close(), close()]);
    // A server that is busy says so; who was told so votes again.
    const answers = [...first, ...(await cast(1))];
    const { owner } = room.redress.database;
    const { rows: votes } = await owner.query<{ n: number; members: number }>(
      'SELECT count(*)::int AS n, count(DISTINCT member_id)::int AS members FROM redress.vote WHERE motion_id = $1',
      [motionId],
    );
    expect(votes).toEqual([{ n: 25, members: 25 }]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(25);
    if (!closings.some(({ status }) => status === 201)) closings.push(await close());
    expect(closings.filter(({ status }) => status === 201).map(({ body }) => body)).toEqual([
      { status: 'carried', quorum: 13, membersPresent: 25, yesVotes: 13, noVotes: 6 },
    ]);
    const { roll } = (await room.get(`/motions/${motionId}`)).body;
    expect(new Set(roll.map(({ memberId }: { memberId: string }) => memberId)).size).toBe(25);
  }, 60_000);
});
