import { DescribedApi, type DescribedOperation } from '../test/support/api/described-api.js';
import { AnswerJudge } from '../test/support/api/answer-judge.js';
import { ApiScene } from '../test/support/api/api-scene.js';
import { HostileCampaign } from '../test/support/api/hostile-campaign.js';
import { OwnedFields } from '../test/support/api/owned-fields.js';
import { Untold } from '../test/support/api/untold.js';
import { boardCharter } from '../test/support/board-room.js';
import { Chance } from '../test/support/soql/chance.js';
import { TestApp } from '../test/support/test-app.js';
import { onTestServer } from './support/on-test-server.js';

const nameOf = ({ operation }: DescribedOperation): string => operation.operationId;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `operations`: every operation of docs/openapi.json. What is not the caller's to say is put into every object of every
 * request (0 accepted is demanded); a marked value into every field, and looked for in the text of every statement that
 * reaches PostgreSQL (0 is demanded). Then the history takes no entry: what changes something, or shows what is sensitive, is
 * stopped. What is answered all the same changes no case table, since the test database commits no change that is untold.
 */
export async function run(): Promise<void> {
  await onTestServer(async () => {
    const redress = await TestApp.start(boardCharter);
    try {
      const api = DescribedApi.read();
      const scene = await ApiScene.open(redress);
      const owned = new OwnedFields(redress.app, api, scene);
      for (const operation of owned.operations) await owned.run(operation);
      const { accepted, unseen, ...counts } = owned.tally;
      say(`not the caller's to say: ${JSON.stringify(counts)}, ${accepted.length} accepted, ${unseen.length} unseen`);
      for (const line of accepted) say(`  ACCEPTED ${line}`);
      for (const line of unseen) say(`  unseen ${line}`);
      const marked = new HostileCampaign(redress.app, api, scene, new AnswerJudge(api));
      for (const operation of api.operations) await marked.run(operation, new Chance(1), 0);
      const faults = marked.tally.faults;
      say(`marked: ${marked.tally.requests} requests, ${marked.tally.values} values in ${marked.tally.fields} fields`);
      for (const line of faults) say(`  FAULT ${line}`);
      const untold = await Untold.open(redress, scene);
      for (const operation of api.operations) await untold.run(operation);
      const { taken, stopped, operations } = untold.tally;
      const writes = new Set(api.operations.filter(({ method }) => method !== 'get').map(nameOf));
      say(`with a history that takes no entry: ${stopped.length} of ${operations} operations are stopped,`);
      say(`  of these, reads: ${stopped.filter((name) => !writes.has(name)).join(', ')}`);
      say(`  of those that are not reads, these are answered: ${taken.filter((name) => writes.has(name)).join(', ')}`);
      say(`${accepted.length + faults.length} faults`);
      if (accepted.length + faults.length > 0) process.exitCode = 1;
    } finally {
      await redress.stop();
    }
  });
}
