import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { CaseDatabase } from '../../src/platform/postgres/case-database.js';
import { accessibilityViolations, chromiumPath } from '../support/accessibility.js';
import { Chance } from '../support/soql/chance.js';
import { AnswerJudge } from '../support/api/answer-judge.js';
import { DescribedApi } from '../support/api/described-api.js';
import { HostileCampaign } from '../support/api/hostile-campaign.js';
import { HOSTILE_VALUES } from '../support/api/hostile-values.js';
import { PrismProxy } from '../support/api/prism-proxy.js';
import { publicDescription } from '../support/api/public-description.js';
import { PublicFuzz } from '../support/api/public-fuzz.js';
import { OwnedFields } from '../support/api/owned-fields.js';
import { PublicScene } from '../support/api/public-scene.js';
import { throughPrism } from '../support/api/through-prism.js';
import { UndescribedKeys } from '../support/api/undescribed-keys.js';

const api = DescribedApi.read();
const SEED = 20_261_126;
let scene: PublicScene;
let prism: PrismProxy;
beforeAll(async () => {
  scene = await PublicScene.open();
  prism = await PrismProxy.before(await scene.listen(), publicDescription(api, scene.known));
});
afterAll(async () => {
  await prism.stop();
  await scene.stop();
});

const fuzz = () => new PublicFuzz(scene, api, new AnswerJudge(api));
const campaign = () => new HostileCampaign(scene.redress.app, api, scene.calls, new AnswerJudge(api));

/** The short form of `npm run bench -- contract`, `fuzz-public` and `hostile`. */
describe('the API', () => {
  it('answers as it is described: prism finds no breach in any operation that is open to everybody', async () => {
    const { asked, found } = await throughPrism(prism, scene);
    expect(asked).toBeGreaterThan(40);
    expect(found).toEqual([]);
  });

  it('answers made-up requests to its public operations as it is described', async () => {
    const { tally } = await run(fuzz());
    expect(tally.requests).toBeGreaterThan(100);
    expect(tally.faults).toEqual([]);
  });

  it('answers hostile values in the fields of a sample of all operations as it is described', async () => {
    const hostile = campaign();
    const chance = new Chance(SEED);
    for (const operation of api.operations.filter(() => chance.of(0.03))) await hostile.run(operation, chance, 0.012);
    expect(HOSTILE_VALUES.length).toBeGreaterThan(300);
    expect(hostile.tally.values).toBeGreaterThan(60);
    expect(hostile.tally.faults).toEqual([]);
  });
});

describe('a request', () => {
  const owned = () => new OwnedFields(scene.redress.app, api, scene.calls);

  /** The short form of `npm run bench -- operations`. */
  // ASVS 5.0: V15.3.3
  it('says nothing of what is the server’s to say: each such name is refused, in every object', async () => {
    const fields = owned();
    const chance = new Chance(SEED);
    for (const operation of fields.operations.filter(() => chance.of(0.06))) await fields.run(operation);
    expect(fields.tally.refused).toBeGreaterThan(150);
    expect(fields.tally.accepted).toEqual([]);
  });

  it('is found out when it does (planted: a pipe that lets other names through)', async () => {
    const pipe = Reflect.get(scene.redress.app, 'config').getGlobalPipes()[0] as { validatorOptions: object };
    const { validatorOptions } = pipe;
    pipe.validatorOptions = { ...validatorOptions, whitelist: false, forbidNonWhitelisted: false };
    const fields = owned();
    await fields.run(api.named('Administration.department'));
    expect(fields.tally.accepted).toHaveLength(1);
    pipe.validatorOptions = validatorOptions;
  });
});

describe('the reference', () => {
  it('shows of each operation its fields, its errors and a call to copy', async () => {
    const { text } = await scene.redress.request('GET', '/docs/operations/complaint');
    expect(text).toContain('id="PublicIntake.file"');
    expect(text).toContain('<code>complainant.name</code>');
    expect(text).toContain('<a href="/docs/errors#nobody-named">');
    expect(text).toContain('curl -sS -X POST &quot;$R/api/v1/jurisdictions/riverton/complaints&quot;');
    const linked = (await scene.redress.request('GET', '/docs')).text.match(/\/docs\/operations\/[^"#]+#[^"]+/g) ?? [];
    expect(linked).toHaveLength(api.operations.length);
    expect((await scene.redress.request('GET', '/docs/operations/nothing')).status).toBe(404);
  });

  it('is searched without a script, and shows back what was looked for as text', async () => {
    const { text } = await scene.redress.request('GET', '/docs?q=receipt-keys%20jurisdiction');
    expect(text.match(/<tr>/g)).toHaveLength(2);
    const hostile = await scene.redress.request('GET', `/docs?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(hostile.text).not.toContain('<script');
  });

  const browser = chromiumPath();
  if (!browser) console.warn('No Chromium here (CHROMIUM_PATH): the accessibility of the reference is not checked.');
  (browser ? it : it.skip)('is such that axe-core finds nothing wrong in Chromium', async () => {
    const base = await scene.redress.app.getUrl();
    const urls = ['/docs', '/docs/operations/datasets'].map((path) => `${base}${path}`);
    expect(await accessibilityViolations(browser!, urls, [320])).toEqual([]);
  });
});

describe('a fault that is planted', () => {
  const list = api.operations.filter(({ operation }) => operation.operationId === 'Dataset.list');

  it('is found: a field off its type, by prism and by the fuzzer', async () => {
    scene.plantBreach();
    expect((await throughPrism(prism, scene)).found.map((breach) => breach.split(':')[0])).toEqual(['Dataset.list']);
    const { tally } = await run(fuzz(), list);
    expect(tally.faults[0]).toContain('shape of 200: /datasets/0');
  });

  it('is found: a server error, by the fuzzer and by the hostile values', async () => {
    scene.plantFailure();
    expect((await run(fuzz(), list)).tally.faults[0]).toContain('server error 500');
    const hostile = campaign();
    await hostile.run(list[0]!, new Chance(SEED), 0.01);
    expect(hostile.tally.faults[0]).toContain('server error 500');
  });

  it('is found: a value that is written into the text of a statement', async () => {
    const cases = scene.redress.app.get(CaseDatabase);
    const careful = cases.jurisdictionBySlug.bind(cases);
    const { dataSource } = cases as unknown as { dataSource: DataSource };
    cases.jurisdictionBySlug = async (slug: string) => {
      await dataSource.query(`SELECT FROM redress.jurisdiction WHERE slug = '${slug}'`).catch(() => undefined);
      return careful(slug);
    };
    const hostile = campaign();
    await hostile.run(api.named('Session.start'), new Chance(SEED), 0);
    cases.jurisdictionBySlug = careful;
    expect(hostile.tally.faults.filter((fault) => fault.includes('injected: SELECT FROM')).length).toBeGreaterThan(0);
  });

  it('is found: a name in an answer that the description does not have', () => {
    const answer = { status: 200, body: { staffId: 'x', passwordHash: 'x', roles: [] } };
    expect(UndescribedKeys.ofAll().in('GET', '/api/v1/sessions/current', answer)).toEqual(['/passwordHash']);
  });

  it('is found: a status that the description does not promise', () => {
    const session = api.named('Session.current');
    const answer = { status: 418, contentType: 'application/problem+json', text: '{}' };
    expect(new AnswerJudge(api).fault(session, answer)).toContain('undocumented status 418');
  });
});

async function run(fuzzer: PublicFuzz, operations = api.public): Promise<PublicFuzz> {
  await fuzzer.run(3, SEED, operations);
  return fuzzer;
}
