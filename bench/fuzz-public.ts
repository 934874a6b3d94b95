import { AnswerJudge } from '../test/support/api/answer-judge.js';
import { DescribedApi } from '../test/support/api/described-api.js';
import { PublicFuzz } from '../test/support/api/public-fuzz.js';
import { PublicScene } from '../test/support/api/public-scene.js';
import { onTestServer } from './support/on-test-server.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const AT_ONCE = 200;
const SHOWN = 30;

/**
 * `fuzz-public [count] [seed]`: so many requests to each operation that is open to everybody, made from its schema and from
 * hostile values. Server errors and answers that the description does not promise (status, media type, shape) are faults.
 */
export async function run([count = '2000', seed = '1']: string[]): Promise<void> {
  await onTestServer(async () => {
    const scene = await PublicScene.open();
    try {
      const api = DescribedApi.read();
      const fuzz = new PublicFuzz(scene, api, new AnswerJudge(api));
      for (let done = 0; done < Number(count); done += AT_ONCE) {
        await fuzz.run(Math.min(AT_ONCE, Number(count) - done), Number(seed) + done);
        say(`${fuzz.tally.requests} requests, ${fuzz.tally.faults.length} faults`);
      }
      say(`${api.public.length} operations: ${JSON.stringify(fuzz.tally.statuses)}`);
      for (const fault of fuzz.tally.faults.slice(0, SHOWN)) say(fault);
      if (fuzz.tally.faults.length > 0) process.exitCode = 1;
    } finally {
      await scene.stop();
    }
  });
}
