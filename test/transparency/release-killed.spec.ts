import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { BuildRelease, verifyFiles } from '../../src/transparency/index.js';
import { cityCharter } from '../support/generated-complaints.js';
import { RedressProcess } from '../support/redress-process.js';
import { type Asked, ReleaseDesk } from '../support/release-desk.js';
import { TestApp } from '../support/test-app.js';

let redress: TestApp;
let desk: ReleaseDesk;
let asked: Asked;
beforeAll(async () => {
  redress = await TestApp.start(cityCharter(6));
  desk = await ReleaseDesk.open(redress, 400);
  asked = await desk.request();
});
afterAll(() => redress.stop());

const shelfOf = () => dirname(dirname(desk.path(asked)));

/** The worker as it runs beside the server, on the same database and directory. */
function worker(): RedressProcess {
  const { appUrl, publicUrl, masterKey, dataDirectory } = redress.database.connections;
  return new RedressProcess(['work'], {
    DATABASE_URL: redress.database.ownerUrl,
    APP_DATABASE_URL: appUrl,
    PUBLIC_DATABASE_URL: publicUrl,
    MASTER_KEY: masterKey.toString('base64'),
    DATA_DIRECTORY: dataDirectory,
    LOG_LEVEL: 'warn',
  });
}

async function isBuilding(): Promise<boolean> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if ((await desk.show(asked)).build !== null) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

it('a release whose builder is killed is taken up again, whole, and what the first one left is gone', async () => {
  // It stands still where it begins to read, so that it is killed in the middle of the work and not after it. The table itself is
  // not locked: whoever starts looks at its policies, and would stand still before.
  const holder = await redress.database.owner.connect();
  await holder.query(
    `CREATE POLICY waits ON redress.officer AS RESTRICTIVE USING ((SELECT true FROM pg_advisory_xact_lock_shared(1)))`,
  );
  await holder.query('SELECT pg_advisory_lock(1)');
  const killed = worker();
  expect(await isBuilding()).toBe(true);
  killed.child.kill('SIGKILL');
  await killed.ended();
  await holder.query('SELECT pg_advisory_unlock(1); DROP POLICY waits ON redress.officer');
  holder.release();
  expect((await desk.show(asked)).status).toBe('requested');
  expect(readdirSync(shelfOf())).toEqual([expect.stringMatching(/^\.unfinished\./)]);
  // What the next worker does when the queue gives it the job again, half a minute later.
  const job = { jurisdictionId: redress.jurisdiction.id, releaseId: asked.id };
  expect(await redress.app.get(BuildRelease).run(job)).toEqual({ status: 'built' });
  expect((await desk.show(asked)).build).toMatchObject({ attempt: 2, stage: 'done' });
  expect(readdirSync(shelfOf())).toEqual([asked.version]);
  const [answer] = await verifyFiles([dirname(desk.path(asked))]);
  expect([answer?.ok, answer?.sha256]).toEqual([
    true,
    JSON.parse(readFileSync(desk.path(asked, 'manifest.json'), 'utf8')).file.sha256,
  ]);
}, 60_000);
