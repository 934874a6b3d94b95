import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbeddedServer } from '../../src/database/embedded/index.js';
import type { ChildProcess } from 'node:child_process';
import type { EmbeddedServerOptions } from '../../src/database/embedded/index.js';

/** Directories and servers of one test file, all of them gone when it ends. */
export class EmbeddedFixture {
  private readonly directories = new Map<string, string>();
  private readonly children: ChildProcess[] = [];

  /**
   * @param mode of the temporary directory: 0o755 lets PostgreSQL's account through, 0o700 is what `mktemp -d` makes.
   * @param below it, the server's directory
   */
  directory(mode = 0o755, below = 'postgresql'): string {
    const parent = mkdtempSync(join(tmpdir(), "redress test, it's "));
    chmodSync(parent, mode);
    const directory = join(parent, below);
    this.directories.set(directory, parent);
    return directory;
  }

  start(directory: string, more: Partial<EmbeddedServerOptions> = {}) {
    return startEmbeddedServer({ directory, ...more, settings: { fsync: 'off', ...more.settings } });
  }

  /** Another process that starts the server there. Resolves when it is ready. */
  async starter(directory: string) {
    const script = fileURLToPath(new URL('start-embedded-server.mjs', import.meta.url));
    const child = spawn(process.execPath, [script, directory], {
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.children.push(child);
    const ended = once(child, 'exit');
    const [line] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer];
    const { url, report } = JSON.parse(String(line)) as { url: string; report: string[] };
    const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
      process.kill(-child.pid!, signal); // to its whole process group, as a terminal does
      await ended;
    };
    return { url, report, end };
  }

  /** For the end of a test file: also what failed tests have left behind. */
  async remove(): Promise<void> {
    for (const child of this.children) child.kill('SIGKILL');
    for (const [directory, parent] of this.directories) {
      const home = existsSync(directory) ? realpathSync(directory) : parent;
      const left = postmasterOf(join(home, 'cluster'));
      if (left !== undefined && lives(left)) {
        process.kill(left, 'SIGQUIT');
        await goneProcess(left);
      }
      rmSync(home, { recursive: true, force: true });
      rmSync(parent, { recursive: true, force: true });
    }
  }
}

/** @returns the number in postmaster.pid, when there is such a file. */
export function postmasterOf(dataDirectory: string): number | undefined {
  try {
    return Number(readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

export async function goneProcess(pid: number): Promise<void> {
  while (lives(pid)) await sleep(20);
}

export function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** A process that has ended still counts as living until its parent has heard of it: on a busy machine, moments later. */
export async function goneSoon(pid: number): Promise<void> {
  for (let waited = 0; lives(pid); waited += 50) {
    if (waited > 10_000) throw new Error(`Process ${pid} lives on.`);
    await sleep(50);
  }
}

/** Runs SQL on a connection of its own and returns the rows. */
export async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
