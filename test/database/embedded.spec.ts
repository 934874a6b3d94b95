import { afterAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { lstatSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { stopPostmaster } from '../../src/database/embedded/stop-postmaster.js';
import { EmbeddedFixture, ask, goneSoon, lives, postmasterOf } from './embedded-fixture.js';

const fixture = new EmbeddedFixture();
const asRoot = process.getuid?.() === 0;

/** @returns the process numbers of the sessions that sleep. */
async function sleepers(url: string): Promise<number[]> {
  const rows = await ask<{ pid: number }>(url, "SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
  return rows.map(({ pid }) => pid);
}

afterAll(() => fixture.remove());

describe('The embedded PostgreSQL, when it runs', () => {
  it('is UTF8 with checksums, asks for a password, and listens on its socket only', async () => {
    const server = await fixture.start(fixture.directory());
    const [found] = await ask<Record<string, string>>(
      server.url('postgres'),
      `SELECT current_setting('server_encoding') AS encoding, current_setting('data_checksums') AS checksums,
              current_setting('listen_addresses') AS addresses, lower('ÉÑŁ') AS lowered,
              (SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules) AS methods`,
    );
    expect(found).toEqual({
      encoding: 'UTF8',
      checksums: 'on',
      addresses: '',
      lowered: 'éñł',
      methods: 'scram-sha-256',
    });
    const impostor = new URL(server.url('postgres'));
    impostor.password = 'guess';
    await expect(ask(impostor.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    await server.stop();
  });

  it('keeps fsync on unless asked otherwise', async () => {
    const server = await fixture.start(fixture.directory(), { settings: { fsync: 'on', work_mem: '5MB' } });
    const [found] = await ask(
      server.url('postgres'),
      "SELECT current_setting('fsync') || current_setting('work_mem') AS both",
    );
    expect(found).toEqual({ both: 'on5MB' });
    await server.stop();
  });

  // ASVS 5.0: V13.3.2
  it('keeps the password in a file that only its owner may read, and stops as often as it is told', async () => {
    const server = await fixture.start(fixture.directory());
    const file = join(dirname(server.dataDirectory), 'superuser-password');
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    expect(server.url('postgres')).toContain(readFileSync(file, 'utf8'));
    const pid = postmasterOf(server.dataDirectory)!;
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
    expect(lives(pid)).toBe(false);
  });

  it('stops also when a session hangs', async () => {
    const server = await fixture.start(fixture.directory());
    const url = server.url('postgres');
    const hanging = ask(url, 'SELECT pg_sleep(60)').catch(() => 'cut off');
    let session: number | undefined;
    while (session === undefined) session = (await sleepers(url))[0];
    process.kill(session, 'SIGSTOP');
    const pid = postmasterOf(server.dataDirectory)!;
    await stopPostmaster(server.dataDirectory, 200);
    await goneSoon(pid);
    expect(await hanging).toBe('cut off');
  });

  it('serves TypeORM through the same URL', async () => {
    const server = await fixture.start(fixture.directory());
    const source = await new DataSource({ type: 'postgres', url: server.url('postgres') }).initialize();
    expect(await source.query('SELECT current_database() AS name')).toEqual([{ name: 'postgres' }]);
    await source.destroy();
    await server.stop();
  });

  // ASVS 5.0: V16.2.5
  it('writes no value to its log, neither of a failed statement nor of one that crashed', async () => {
    const server = await fixture.start(fixture.directory());
    const url = server.url('postgres');
    await ask(url, "CREATE TABLE person (name text PRIMARY KEY); INSERT INTO person VALUES ('Planted Person')");
    await expect(ask(url, "INSERT INTO person VALUES ('Planted Person')")).rejects.toThrow('duplicate key');
    await expect(ask(url, "SELECT 'Planted Person'::date")).rejects.toThrow('invalid input syntax');
    await expect(ask(url, "DO $$ BEGIN RAISE WARNING 'Planted Person'; END $$")).resolves.toEqual([]);
    const crash = ask(url, "SELECT pg_sleep(60), 'Planted Person'").catch(() => 'crashed');
    let victim: number | undefined;
    while (victim === undefined) victim = (await sleepers(url))[0];
    process.kill(victim, 'SIGKILL');
    expect(await crash).toBe('crashed');
    while (!(await ask(url, 'SELECT 1').catch(() => false))) await sleep(50);
    await server.stop();
    const log = readFileSync(server.logFile, 'utf8');
    expect(log).toContain(`(PID ${victim}) was terminated by signal 9`);
    expect(log).not.toContain('Planted Person');
  });
});

describe('The embedded PostgreSQL, when it starts again', () => {
  it('finds its data', async () => {
    const directory = fixture.directory();
    const first = await fixture.start(directory);
    await ask(first.url('postgres'), 'CREATE TABLE kept AS SELECT 7 AS seven');
    await first.stop();
    const second = await fixture.start(directory);
    expect(await ask(second.url('postgres'), 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
    await second.stop();
  });

  it('recovers from a kill -9 of the server, also while a session of the killed one still works', async () => {
    const directory = fixture.directory();
    const first = await fixture.start(directory);
    await ask(first.url('postgres'), 'CREATE TABLE kept AS SELECT 7 AS seven');
    const busy = ask(first.url('postgres'), 'SELECT count(*) FROM generate_series(1, 8000000)').catch(() => 'cut off');
    const working = "SELECT FROM pg_stat_activity WHERE query LIKE 'SELECT count%' AND state = 'active'";
    while ((await ask(first.url('postgres'), working)).length === 0) await sleep(10);
    process.kill(postmasterOf(first.dataDirectory)!, 'SIGKILL');
    const second = await fixture.start(directory);
    expect(await ask(second.url('postgres'), 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
    await second.stop();
    await busy;
  });

  it('is not misled by lock files whose number now belongs to another process', async () => {
    const directory = fixture.directory();
    const first = await fixture.start(directory);
    const locks = [join(first.dataDirectory, 'postmaster.pid'), join(directory, 'socket', '.s.PGSQL.5432.lock')];
    // Of the same account and not an ancestor: PostgreSQL knows others cannot be a server of its own.
    const { uid, gid } = statSync(first.dataDirectory);
    const bystander = spawn('sleep', ['60'], { uid, gid });
    const contents = locks.map((file) => readFileSync(file, 'utf8').replace(/^\d+/, String(bystander.pid)));
    process.kill(postmasterOf(first.dataDirectory)!, 'SIGKILL');
    for (const [index, file] of locks.entries()) writeFileSync(file, contents[index]!);
    const second = await fixture.start(directory);
    expect(await ask(second.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.stop();
    bystander.kill();
  });

  it('stops what it started when the password is lost, and says so', async () => {
    const directory = fixture.directory();
    const first = await fixture.start(directory);
    await first.stop();
    rmSync(join(directory, 'superuser-password'));
    await expect(fixture.start(directory)).rejects.toThrow('refuses its own superuser');
    expect(postmasterOf(first.dataDirectory)).toBeUndefined();
  });

  it("shows the end of the server's log when it cannot start", async () => {
    const directory = fixture.directory();
    await expect(fixture.start(directory, { settings: { wal_level: 'nonsense' } })).rejects.toThrow(
      /did not start[^]*invalid value for parameter "wal_level": "nonsense"/,
    );
  });
});

describe('The embedded PostgreSQL in a directory closed to others, as `mktemp -d` makes', () => {
  it('starts, and finds its data again by the directory and by where that leads', async () => {
    const directory = fixture.directory(0o700, join('clone', 'data', 'postgresql'));
    const first = await fixture.start(directory);
    await ask(first.url('postgres'), 'CREATE TABLE kept AS SELECT 7 AS seven');
    await first.stop();
    expect(lstatSync(dirname(dirname(dirname(directory)))).mode & 0o777).toBe(0o700);
    if (asRoot) expect(lstatSync(directory).isSymbolicLink()).toBe(true);
    else console.info('Not root: the server runs as this user, in place. Run as root to see it kept elsewhere.');
    for (const path of [directory, realpathSync(directory)]) {
      const again = await fixture.start(path);
      expect(again.dataDirectory).toBe(first.dataDirectory);
      expect(await ask(again.url('postgres'), 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
      await again.stop();
    }
  });

  it('starts under a path too long for a socket', async () => {
    const directory = fixture.directory(0o755, join('deep'.repeat(20), 'postgresql'));
    const server = await fixture.start(directory);
    expect(decodeURIComponent(new URL(server.url('postgres')).hostname).length).toBeLessThan(87);
    expect(await ask(server.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
  });
});
