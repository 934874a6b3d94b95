import { Chance } from '../test/support/soql/chance.js';
import { plantSessionSetting, Tenants } from '../test/support/tenants.js';
import { TestApp } from '../test/support/test-app.js';
import { onTestServer } from './support/on-test-server.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `tenants [requests] [places] [seed]`: so many requests of so many places at once through five connections; lists, texts,
 * cases of others, and statements that set no place. 0 rows of another place are demanded; with a setting of the session's
 * own in place of the transaction's they must be seen.
 */
export async function run([requests = '100000', places = '64', seed = '1']: string[]): Promise<void> {
  await onTestServer(async () => {
    const redress = await TestApp.start();
    try {
      const tenants = await Tenants.open(redress, Number(places));
      const began = performance.now();
      const found = await tenants.ask(Number(requests), 64, new Chance(Number(seed)));
      const seconds = (performance.now() - began) / 1000;
      say(`${found.requests} requests of ${places} places in ${seconds.toFixed(0)} s through 5 connections:`);
      say(`${found.cross.length} cross, ${found.shownToNobody} rows shown to nobody, ${found.failed.length} failed`);
      for (const line of [...found.cross, ...found.failed].slice(0, 20)) say(`  ${line}`);
      const mend = plantSessionSetting(redress);
      const planted = await tenants.ask(400, 64, new Chance(Number(seed)));
      mend();
      say(`with the setting left on the connection: ${planted.shownToNobody} rows shown, which must not be 0`);
      if (found.cross.length + found.failed.length + found.shownToNobody > 0 || planted.shownToNobody === 0)
        process.exitCode = 1;
    } finally {
      await redress.stop();
    }
  });
}
