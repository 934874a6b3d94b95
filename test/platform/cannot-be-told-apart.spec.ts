import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ReceiptHolderReader } from '../../src/identity/index.js';
import { MasterKey } from '../../src/platform/crypto/index.js';
import { RuleBroken } from '../../src/platform/errors/rule-broken.js';
import { readReceiptCode } from '../../src/shared/receipt-code.js';
import { allScenes } from '../support/alike/all-scenes.js';
import { differencesOf, type Told } from '../support/alike/differences.js';
import type { Arm, Scene } from '../support/alike/scene.js';
import { TestApp } from '../support/test-app.js';

let redress: TestApp;
let scenes: Scene[];
beforeAll(async () => {
  redress = await TestApp.start();
  scenes = await allScenes(redress, { count: 2 });
});
afterAll(() => redress.stop());

async function told(arm: Arm): Promise<Told> {
  const { body: payload, ...sent } = await arm();
  const { statusCode, headers, body } = await redress.app.inject({ ...sent, ...(payload ? { payload } : {}) });
  return { status: statusCode, headers, body };
}

/** `scene: what tells it apart`, of every kind. */
async function apart(among: readonly Scene[]): Promise<string[]> {
  const found: string[] = [];
  for (const { name, status, missing, others } of among)
    for (const [kind, arm] of Object.entries(others)) {
      const [one, other] = [await told(missing), await told(arm)];
      if (one.status !== status) found.push(`${name}: ${one.status} is no refusal that was meant: ${one.body}`);
      for (const difference of differencesOf(one, other)) found.push(`${name}, ${kind}: ${difference}`);
    }
  return found;
}

describe('what is there and not theirs', () => {
  // ASVS 5.0: V6.3.8
  it('is refused as what is not there, in status, headers and body: receipts, names, keys, clients, cases, evidence', async () => {
    const kinds = scenes.flatMap(({ others }) => Object.keys(others));
    expect(kinds.length).toBeGreaterThan(25);
    expect(await apart(scenes)).toEqual([]);
  });

  it('would be found out by one word more about what is there (planted)', async () => {
    const ask = Reflect.get(ReceiptHolderReader.prototype, 'of');
    const planted = jest.spyOn(ReceiptHolderReader.prototype, 'of').mockImplementation(async function (
      this: ReceiptHolderReader,
      ...[slug, typed]
    ) {
      const hash = redress.app.get(MasterKey).fingerprint('receipt', readReceiptCode(typed) ?? '');
      const { rowCount } = await redress.database.owner.query('SELECT FROM redress.receipt WHERE code_hash = $1', [
        hash,
      ]);
      if (rowCount) throw new RuleBroken('not-signed-in', 'This receipt was known once.', 401);
      return ask.call(this, slug, typed);
    });
    const found = (await apart(scenes.filter(({ name }) => name.startsWith('a receipt')))).map((line) =>
      line.replace(/: .*/s, ''),
    );
    planted.mockRestore();
    expect(new Set(found)).toEqual(
      new Set(
        ['API', 'page'].flatMap((way) =>
          ['replaced', 'of another place'].map((kind) => `a receipt, by the ${way}, ${kind}`),
        ),
      ),
    );
  });
});
