import type { AddressInfo } from 'node:net';
import { datasetId } from '../src/transparency/published/soda/dataset-id.js';
import { SodaClient } from '../test/support/soql/soda-client.js';
import { TestApp } from '../test/support/test-app.js';
import { publishMillion } from './million-rows.js';
import { onTestServer } from './support/on-test-server.js';

const ORDERS: (string | null)[] = [null, 'finding', 'complainant_race desc', 'place, finding desc', ':id'];
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `soql-paging [rows] [page]`: soda-js gets a whole release page by page, with no order, with orders full of ties, and with
 * `:id`. Prints how many rows came and how many different ones; both must be all.
 */
export async function run([rows = '60147', page = '1000']: string[]): Promise<void> {
  await onTestServer(async () => {
    const redress = await TestApp.start();
    try {
      const { jurisdiction, dataset } = await publishMillion(redress.database.owner, Number(rows));
      await redress.app.listen(0, '127.0.0.1');
      const { port } = redress.app.getHttpServer().address() as AddressInfo;
      const client = new SodaClient(port, datasetId(jurisdiction, dataset));
      for (const order of ORDERS) {
        const got = await client.everything(
          (query) => (order === null ? query : query.order(order)).select(':id', 'finding'),
          Number(page),
        );
        const different = new Set(got.map((row) => row[':id'])).size;
        say(`$order=${order ?? ''}: ${got.length} rows, ${different} different, of ${rows}`);
        if (got.length !== Number(rows) || different !== Number(rows)) process.exitCode = 1;
      }
    } finally {
      await redress.stop();
    }
  });
}
