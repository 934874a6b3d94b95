import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Canary, CONTROL, MARKS } from '../support/canary.js';

const PEOPLE = 40;
let canary: Canary;
beforeAll(async () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'redress-no-trace-'));
  chmodSync(dataDirectory, 0o755);
  canary = new Canary(dataDirectory);
  await canary.fly(PEOPLE);
}, 120_000);
afterAll(() => {
  const postgres = realpathSync(join(canary.dataDirectory, 'postgres'));
  for (const directory of [postgres, canary.dataDirectory]) rmSync(directory, { recursive: true, force: true });
});

describe('after many people wrote anonymously and the server stopped', () => {
  it('nothing on the disk tells who or from where: not the tables, the WAL, the logs, the files', () => {
    expect(canary.hits(Object.values(MARKS))).toEqual([]);
  });

  it('no receipt stands anywhere, with or without its hyphens', () => {
    expect(canary.receipts).toHaveLength(PEOPLE);
    const some = canary.receipts.slice(0, 5);
    expect(canary.hits([...some, ...some.map((code) => code.replaceAll('-', ''))])).toEqual([]);
  });

  it('the search would have found it: it finds what is stored openly, and what is planted in a file', () => {
    expect(canary.hits([CONTROL.district]).length).toBeGreaterThan(0);
    const planted = join(canary.dataDirectory, 'planted');
    writeFileSync(planted, `\0\0${MARKS.name}7\0`);
    expect(canary.hits([MARKS.name])).toEqual([`${planted}: ${MARKS.name}`]);
    rmSync(planted);
  });

  it('the log holds other requests, by route, and not when somebody wrote', () => {
    const output = join(canary.dataDirectory, 'output.log');
    const of = (trace: string): string[] => canary.hits([trace]).filter((hit) => hit.startsWith(output));
    expect(of('"route":"none"')).toHaveLength(1);
    const written = ['/:jurisdiction/complaints', 'my-complaint', '/complain/', '/follow/'];
    expect(written.map(of)).toEqual(written.map(() => []));
  });

  it('a column in the clear would be found, in the tables and in the WAL (planted)', async () => {
    await canary.plantColumn();
    const files = canary.hits([MARKS.name]);
    expect(files.some((file) => file.includes('/base/'))).toBe(true);
    expect(files.some((file) => file.includes('/pg_wal/'))).toBe(true);
  }, 60_000);
});
