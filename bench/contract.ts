import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { DescribedApi } from '../test/support/api/described-api.js';
import { PrismProxy } from '../test/support/api/prism-proxy.js';
import { publicDescription } from '../test/support/api/public-description.js';
import { PublicScene } from '../test/support/api/public-scene.js';
import { withSomethingBehind } from '../test/support/api/with-something-behind.js';
import { throughPrism } from '../test/support/api/through-prism.js';
import { onTestServer } from './support/on-test-server.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const run_ = promisify(execFile);
const SHOWN = 30;

interface NewmanReport {
  run: {
    stats: { requests: { total: number }; assertions: { total: number; failed: number } };
    failures: { source?: { name?: string }; error: { test?: string; message: string } }[];
  };
}

/**
 * `contract`: a real server held against docs/openapi.json by two programs that are not ours. portman makes a collection of
 * tests of every operation that is open to everybody, newman runs it; prism stands before the server and answers with
 * an error of its own where an answer breaks the description. Breaches are faults; a planted one must be seen.
 */
export async function run(): Promise<void> {
  await onTestServer(async () => {
    const scene = await PublicScene.open();
    const directory = await mkdtemp(join(tmpdir(), 'redress-contract-'));
    try {
      const server = await scene.listen();
      const description = publicDescription(DescribedApi.read(), scene.known);
      const behind = await withSomethingBehind(description, scene);
      say(`nothing stands behind the example of ${behind.without.join(', ') || 'none'}: newman does not ask there`);
      const failures = await byNewman(directory, server, JSON.stringify(behind.description));
      const prism = await PrismProxy.before(server, description);
      const breaches = await throughPrism(prism, scene);
      scene.plantBreach();
      const planted = await throughPrism(prism, scene);
      await prism.stop();
      say(
        `prism: ${breaches.asked} requests, ${breaches.found.length} breaches; planted: ${planted.found.length} seen`,
      );
      for (const breach of [...failures, ...breaches.found].slice(0, SHOWN)) say(breach);
      if (failures.length + breaches.found.length > 0 || planted.found.length === 0) process.exitCode = 1;
    } finally {
      await scene.stop();
      await rm(directory, { recursive: true });
    }
  });
}

async function byNewman(directory: string, server: string, description: string): Promise<string[]> {
  const at = (name: string): string => join(directory, name);
  await writeFile(at('openapi.json'), description);
  // What an operation answers when all is well is what the example asks for: its first success, its type, its shape.
  const config = {
    version: 1,
    tests: { contractTests: TESTS.map((test) => ({ openApiOperation: '*::/*', ...test })) },
  };
  await writeFile(at('portman.json'), JSON.stringify(config));
  const tool = (name: string): string => resolve('node_modules/.bin', name);
  const options = { cwd: directory, maxBuffer: 64_000_000 };
  const words = ['-l', at('openapi.json'), '-b', server, '-o', at('collection.json'), '-c', at('portman.json')];
  await run_(tool('portman'), words, options);
  const report = ['--reporters', 'json', '--reporter-json-export', at('report.json'), '--suppress-exit-code'];
  await run_(tool('newman'), ['run', at('collection.json'), ...report], options);
  const { run } = JSON.parse(await readFile(at('report.json'), 'utf8')) as NewmanReport;
  say(
    `newman: ${run.stats.requests.total} requests, ${run.stats.assertions.total} assertions, ${run.stats.assertions.failed} failed`,
  );
  return run.failures.map(({ source, error }) => `${source?.name ?? ''}: ${error.test ?? ''}: ${error.message}`);
}

const TESTS = [
  { statusSuccess: { enabled: true } },
  { contentType: { enabled: true } },
  { jsonBody: { enabled: true } },
  { schemaValidation: { enabled: true } },
  { headersPresent: { enabled: true } },
];
