import { afterAll, expect, it } from '@jest/globals';
import { faultCampaign } from '../support/fault-campaign.js';
import { MUTATIONS } from '../support/mutations.js';
import { TestFolder } from '../support/sample-release.js';

const folder = new TestFolder();
afterAll(() => {
  folder.remove();
});

it('finds every output of the engine sound, and refuses each mutant that breaks a promise', async () => {
  const { outputs, published, mutants, disagreements } = await faultCampaign(folder, {
    outputs: 150,
    mutantsPerOutput: 10,
    seed: 20260305,
  });
  const [broken, refused] = [...mutants.values()].reduce(
    ([all, caught], tally) => [all + tally.broken, caught + tally.refused],
    [0, 0],
  );
  console.info(`NOTICE: ${outputs} outputs (${published} with rows) sound; ${refused} of ${broken} mutants refused`);
  expect(disagreements).toEqual([]);
  expect(refused).toBe(broken);
  expect([outputs, broken >= 500, [...mutants.keys()].sort()]).toEqual([150, true, Object.keys(MUTATIONS).sort()]);
}, 60_000);
