import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { TestApp } from '../support/test-app.js';
import { linesOf, sampleReport } from './sample-report.js';

const PATH = '/api/v1/use-of-force-reports/bulk';
let redress: TestApp;
let department: { id: string; key: string };
let port: number;
beforeAll(async () => {
  redress = await TestApp.start();
  department = await redress.department('Riverton PD');
  await redress.app.listen(0, '127.0.0.1');
  ({ port } = redress.app.getHttpServer().address() as AddressInfo);
});
afterAll(() => redress.stop());

const headers = (key: string) => ({
  authorization: `Bearer ${department.key}`,
  'content-type': 'application/x-ndjson',
  'idempotency-key': key,
});

async function counted(): Promise<number> {
  const { rows } = await redress.database.owner.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM redress.use_of_force_report',
  );
  return rows[0]!.n;
}

async function post(body: string, key: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`http://127.0.0.1:${port}${PATH}`, { method: 'POST', headers: headers(key), body });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

/** Sends this much and then tears the connection, once something of it was stored. */
async function breakOff(sent: string, key: string): Promise<void> {
  const torn = request({ port, host: '127.0.0.1', method: 'POST', path: PATH, headers: headers(key) });
  torn.on('error', () => undefined);
  torn.write(sent);
  while ((await counted()) === 0) await wait(20);
  torn.destroy();
}

/** The key is let go of when the server has noticed: until then a repetition is told to come later. */
async function repeat(body: string, key: string): Promise<Record<string, unknown>> {
  for (;;) {
    const answer = await post(body, key);
    if (answer.status !== 409) return answer.body;
    await wait(50);
  }
}

describe('a bulk whose connection breaks off', () => {
  it('is sent again under its key, and every report is there once', async () => {
    const lines = linesOf(Array.from({ length: 3000 }, (_, index) => sampleReport(`R-${index + 1}`)));
    await breakOff(lines.slice(0, Math.floor(lines.length * 0.6)), 'broken-off-bulk');
    const before = await counted();
    expect(before).toBeLessThan(3000);
    const result = await repeat(lines, 'broken-off-bulk');
    expect(result).toMatchObject({ received: 3000, rejected: 0 });
    expect(result['unchanged']).toBeGreaterThanOrEqual(before);
    expect((result['taken'] as number) + (result['unchanged'] as number)).toBe(3000);
    expect(await counted()).toBe(3000);
  });

  it('leaves nothing of the line that was cut', async () => {
    const { rows } = await redress.database.owner.query(
      `SELECT count(*)::int AS n FROM redress.use_of_force_report WHERE original::jsonb <> jsonb_set($1::jsonb, '{reportNumber}', original::jsonb -> 'reportNumber')`,
      [JSON.stringify(sampleReport())],
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});

/** Bytes that buffers hold once what nobody needs is gone. */
function heldNow(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().arrayBuffers;
}

/** What is freed is swept by another thread, which a busy machine lets wait: what is really held is there each time. */
async function heldWhenSettled(): Promise<number> {
  let least = heldNow();
  for (let again = 0; again < 10; again++) {
    await wait(20);
    least = Math.min(least, heldNow());
  }
  return least;
}

describe('a line without end', () => {
  it('of 64 MiB is rejected, and no memory is held for it', async () => {
    const before = heldNow();
    let held = 0;
    const piece = Buffer.alloc(262_144, 0x61);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      async pull(stream) {
        if (sent++ < 256) stream.enqueue(piece);
        else {
          held = (await heldWhenSettled()) - before;
          stream.enqueue(Buffer.from(`\n${linesOf([sampleReport('after-the-endless')])}`));
          stream.close();
        }
      },
    });
    const answer = await fetch(`http://127.0.0.1:${port}${PATH}`, {
      method: 'POST',
      headers: headers('an-endless-line'),
      body: endless,
      duplex: 'half',
    });
    expect(await answer.json()).toMatchObject({
      received: 2,
      taken: 1,
      rejected: 1,
      results: [{ line: 1, faults: [{ code: 'line-too-long' }] }],
    });
    expect(held / 1_048_576).toBeLessThan(16);
  });

  it('is not announced longer than may be sent', async () => {
    const answer = await new Promise<number | undefined>((resolve) => {
      const announced = request(
        {
          port,
          host: '127.0.0.1',
          method: 'POST',
          path: PATH,
          headers: { ...headers('much-too-large'), 'content-length': 2_200_000_000 },
        },
        (response) => {
          resolve(response.statusCode);
          announced.destroy();
        },
      );
      announced.on('error', () => undefined);
      announced.write('{');
    });
    expect(answer).toBe(413);
  });
});
