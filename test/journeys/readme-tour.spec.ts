import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RedressProcess } from '../support/redress-process.js';

const root = join(import.meta.dirname, '../..');

/** The shell commands of one section of the README, as printed there. */
function commandsOf(section: string): string {
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  const [, after = ''] = text.split(`\n## ${section}\n`);
  const [body = ''] = after.split('\n## ');
  return [...body.matchAll(/```sh\n(.*?)```/gs)].map(([, commands]) => commands).join('\n');
}

let dataDirectory: string;
let environment: Record<string, string>;
let demo: RedressProcess;
let address: string;
beforeAll(async () => {
  dataDirectory = mkdtempSync(join(tmpdir(), 'redress-tour-'));
  chmodSync(dataDirectory, 0o755);
  environment = { DATA_DIRECTORY: dataDirectory, PORT: '0', LOG_LEVEL: 'warn' };
  demo = new RedressProcess(['demo'], environment);
  [, address = ''] = await demo.says(/(http:\S+)\s+what the public sees/, 170);
}, 180_000);
afterAll(async () => {
  await demo.interrupt();
  rmSync(realpathSync(join(dataDirectory, 'demo/postgres')), { recursive: true, force: true });
  rmSync(dataDirectory, { recursive: true, force: true });
});

describe('the README’s tour', () => {
  it('works as printed: an anonymous complaint, filed with curl, stands in the next release', async () => {
    const rows = `${address}/api/v1/datasets/riverton/complaint-allegations/rows?group=finding`;
    const allegations = async (release: string): Promise<number> => {
      const answer = (await (await fetch(`${rows}&release=${release}`)).json()) as { rows: { count: number }[] };
      return answer.rows.reduce((sum, { count }) => sum + count, 0);
    };
    const before = await allegations('1.0.0');
    const script = `set -euo pipefail\n${commandsOf('A tour with curl')}`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', HOME: dataDirectory, REDRESS: address },
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('"stage":"Received"');
    const after = await allegations('1.0.1');
    expect(after).not.toBe(before);
    expect(stdout.match(/^complaint,officer,incident_period,/gm)).toHaveLength(1);
  }, 120_000);

  it('starts a second time with what was there', async () => {
    expect(await demo.interrupt()).toBe(0);
    demo = new RedressProcess(['demo'], environment);
    [, address = ''] = await demo.says(/(http:\S+)\s+what the public sees/, 60);
    expect(demo.stderr).toContain('City of Riverton is loaded already');
    const { datasets } = (await (await fetch(`${address}/api/v1/datasets`)).json()) as {
      datasets: { dataset: string; version: string }[];
    };
    const again = datasets.filter(({ version }) => version !== '1.0.0');
    expect(datasets).toHaveLength(15);
    expect(again).toMatchObject([{ dataset: 'complaint-allegations', version: '1.0.1' }]);
  }, 90_000);
});

describe('the demo’s portal', () => {
  // ASVS 5.0: V14.2.3
  it('shows what was released, for people, and loads nothing from elsewhere', async () => {
    const response = await fetch(address);
    const page = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page).toContain('City of Riverton');
    expect(page).toContain('One row is one allegation against one officer in one complaint');
    expect(page.match(/<figure class="drawing">/g)).toHaveLength(4);
    const named = [...page.matchAll(/(?:src|href)="(https?:[^"]+)"/g)].map(([, link]) => new URL(link!));
    expect(named.filter(({ port }) => port !== new URL(address).port)).toEqual([]);
  });

  it('documents the API and its errors', async () => {
    const reference = await (await fetch(`${address}/docs`)).text();
    expect(reference).toContain('<code>/api/v1/jurisdictions/{jurisdiction}/complaints</code>');
    const errors = await (await fetch(`${address}/docs/errors`)).text();
    expect(errors).toContain('id="not-found"');
  });
});
