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
  it('nothing tells who or from where: not tables, WAL, logs, files, temporary files, backups, nor what the server says of itself', () => {
    expect(canary.hits(Object.values(MARKS))).toEqual([]);
    const openly = canary.hits([CONTROL.district]).filter((hit) => hit.includes('/backup/'));
    expect(openly.some((hit) => hit.includes('dump.txt'))).toBe(true);
    expect(openly.some((hit) => hit.includes('/backup/files/base/'))).toBe(true);
    expect(canary.watched.sort()).toEqual([
      '/health/live 200',
      '/health/ready 200',
      '/metrics 404',
      '/transparency/checkpoint 404',
    ]);
    canary.discard('backup');
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

  it('a column in the clear would be found, in the tables, in the WAL, and in both kinds of backup (planted)', async () => {
    await canary.plantColumn();
    const files = canary.hits([MARKS.name]);
    for (const place of ['/base/', '/pg_wal/', '/backup-of-planted/files/base/', '/backup-of-planted/dump.txt'])
      expect([place, files.some((file) => file.includes(place))]).toEqual([place, true]);
  }, 60_000);
});
