import { AnswerJudge } from '../test/support/api/answer-judge.js';
import { ApiScene } from '../test/support/api/api-scene.js';
import { DescribedApi } from '../test/support/api/described-api.js';
import { HostileCampaign } from '../test/support/api/hostile-campaign.js';
import { HOSTILE_VALUES } from '../test/support/api/hostile-values.js';
import { boardCharter } from '../test/support/board-room.js';
import { Chance } from '../test/support/soql/chance.js';
import { TestApp } from '../test/support/test-app.js';
import { LoopHold } from './support/loop-hold.js';
import { onTestServer } from './support/on-test-server.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const SHOWN = 40;
/** For longer no request may keep all others waiting. */
const LONGEST_HOLD_MS = 100;

/**
 * `hostile [seed] [share] [name]`: every hostile value (or that share of them, by chance) in every field of every operation
 * of docs/openapi.json, signed in as somebody who may call it. Server errors and answers that the description does not
 * promise are faults. With a name, only of the operations whose id has it. Tells too which operations held up the process, its
 * own work (sending, judging) and that of the collector included.
 */
export async function run([seed = '1', share = '1', name = '']: string[]): Promise<void> {
  await onTestServer(async () => {
    const redress = await TestApp.start(boardCharter);
    try {
      const api = DescribedApi.read();
      const campaign = new HostileCampaign(redress.app, api, await ApiScene.open(redress), new AnswerJudge(api));
      const chance = new Chance(Number(seed));
      const began = performance.now();
      const operations = api.operations.filter(({ operation }) => operation.operationId.includes(name));
      const loop = new LoopHold();
      const held: { name: string; longest: number }[] = [];
      for (const [at, operation] of operations.entries()) {
        await loop.longest();
        await campaign.run(operation, chance, Number(share));
        held.push({ name: operation.operation.operationId, longest: await loop.longest() });
        if (at % 25 === 24)
          say(
            `${at + 1} operations, ${campaign.tally.requests} requests, ${campaign.tally.faults.length} faults, ${((performance.now() - began) / 1000).toFixed(0)} s`,
          );
      }
      const { faults, statuses, ...tally } = campaign.tally;
      say(`${HOSTILE_VALUES.length} hostile values; ${JSON.stringify(tally)}; ${JSON.stringify(statuses)}`);
      const kinds = new Map<string, string[]>();
      for (const fault of faults) {
        const kind = fault.replace(/: .*?: (?=(undocumented|server|shape))/s, ': ').slice(0, 160);
        kinds.set(kind, [...(kinds.get(kind) ?? []), fault]);
      }
      for (const [, same] of [...kinds].slice(0, SHOWN)) say(`${same.length} × ${same[0]!.slice(0, 400)}`);
      tellHolds(held, await loop.planted(2 * LONGEST_HOLD_MS));
      say(`${faults.length} faults`);
      if (faults.length > 0) process.exitCode = 1;
    } finally {
      await redress.stop();
    }
  });
}

function tellHolds(held: readonly { name: string; longest: number }[], planted: number): void {
  const longestFirst = [...held].sort((one, other) => other.longest - one.longest);
  const tooLong = longestFirst.filter(({ longest }) => longest > LONGEST_HOLD_MS);
  const [most] = longestFirst;
  say(
    `the loop was held up for ${most?.longest.toFixed(0) ?? '0'} ms at most (${most?.name ?? ''}), for more than ${LONGEST_HOLD_MS} ms in ${tooLong.length} operations`,
  );
  for (const { name, longest } of tooLong.slice(0, SHOWN)) say(`  ${name} ${longest.toFixed(0)} ms`);
  say(`planted ${2 * LONGEST_HOLD_MS} ms: ${planted.toFixed(0)} ms seen`);
}
