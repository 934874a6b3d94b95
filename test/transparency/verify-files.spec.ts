import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describeVerification, verifyFiles } from '../../src/transparency/index.js';
import { cityCharter } from '../support/generated-complaints.js';
import { ReleaseDesk } from '../support/release-desk.js';
import { TestApp } from '../support/test-app.js';

const directory = mkdtempSync(join(tmpdir(), 'redress-verify-'));
const data = join(directory, 'data.csv');
beforeAll(async () => {
  const redress = await TestApp.start(cityCharter(6));
  const desk = await ReleaseDesk.open(redress, 400);
  cpSync(dirname(desk.path(await desk.built())), directory, { recursive: true });
  await redress.stop();
});
afterAll(() => {
  rmSync(directory, { recursive: true });
});

describe('verifying files where they lie', () => {
  it('finds a release sound, by its directory or its file, and says k and what was suppressed', async () => {
    const [byDirectory, byFile] = await verifyFiles([directory, data]);
    expect(byDirectory).toEqual(byFile);
    expect(byDirectory).toMatchObject({ ok: true, violationCount: 0, path: data });
    expect(byDirectory?.k).toBeGreaterThanOrEqual(11);
    const { suppressed } = JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8'));
    expect(describeVerification(byDirectory!)).toEqual(
      expect.arrayContaining([`  suppressed: ${suppressed.rows} rows of ${suppressed.units} units`, '  violations: 0']),
    );
  });

  it('refuses the file with one row tampered with', async () => {
    const text = readFileSync(data, 'utf8');
    const lines = text.split('\n');
    writeFileSync(data, lines.with(5, (lines[5] ?? '').replace(/,[^,]*,([^,]*)$/, ',exonerated,$1x')).join('\n'));
    const [answer] = await verifyFiles([data]);
    writeFileSync(data, text);
    expect(answer?.ok).toBe(false);
    expect(answer?.violations.map(({ code }) => code)).toContain('sha256-mismatch');
    expect(describeVerification(answer!)[0]).toMatch(/^REFUSED/);
  });
});
