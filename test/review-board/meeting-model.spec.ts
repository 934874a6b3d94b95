import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CHARTERS, MeetingScene } from '../support/meetings/meeting-scene.js';
import { meetingCampaign } from '../support/meetings/meeting-campaign.js';

let scene: MeetingScene;
beforeAll(async () => (scene = await MeetingScene.open(CHARTERS[1]!)));
afterAll(() => scene.room.redress.stop());

const [SEQUENCES, SEED] = [Number(process.env['SEQ'] ?? 20), Number(process.env['SEED'] ?? 1)];

describe('meetings', () => {
  it(`stand as the model of them does after ${SEQUENCES} random sequences (seed ${SEED})`, async () => {
    const t = Date.now();
    const counted = await meetingCampaign(scene, { sequences: SEQUENCES, seed: SEED });
    console.log(counted, Date.now() - t);
    expect(counted.sequences).toBe(SEQUENCES);
  }, 600_000);
});
