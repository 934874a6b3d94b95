import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CHARTERS, MeetingScene } from '../support/meetings/meeting-scene.js';
import { meetingCampaign } from '../support/meetings/meeting-campaign.js';
import { PLANTED } from '../support/meetings/planted-in-meetings.js';

let scene: MeetingScene;
beforeAll(async () => (scene = await MeetingScene.open(CHARTERS[1]!)));
afterAll(() => scene.room.redress.stop());

const [SEQUENCES, SEED] = [Number(process.env['SEQ'] ?? 20), Number(process.env['SEED'] ?? 1)];

describe('meetings', () => {
    it('model', async () => {
      const t = Date.now();
        console.log(await meetingCampaign(scene, { sequences: SEQUENCES, seed: SEED, shrink: false }), Date.now() - t);
    }, 600_000);
  if (!process.env['ONLY']) for (const [name, plant] of Object.entries(PLANTED))
    it(name, async () => {
      const undo = await plant(scene);
      const t = Date.now();
      try {
        await meetingCampaign(scene, { sequences: SEQUENCES, seed: SEED, shrink: false });
        console.log(name, 'not found', Date.now() - t);
      } catch (e) {
        console.log(name, 'found', Date.now() - t, (e as Error).message.slice(0, 1200), String((e as {cause?: Error}).cause).slice(0, 3000));
      }
      await undo();
    }, 600_000);
});
