import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiDescription } from '../../../src/api-docs/api-description.js';

const CLI = 'node_modules/@stoplight/prism-cli/dist/index.js';
const LONGEST_START_MS = 25_000;

/** `prism proxy --errors` before a server: what breaks the description comes back as a problem of prism's own. */
export class PrismProxy {
  private constructor(
    private readonly child: ChildProcess,
    private readonly directory: string,
    readonly address: string,
  ) {}

  static async before(server: string, description: ApiDescription): Promise<PrismProxy> {
    const directory = mkdtempSync(join(tmpdir(), 'redress-prism-'));
    const file = join(directory, 'openapi.json');
    writeFileSync(file, JSON.stringify(description));
    const port = await freePort();
    const words = [CLI, 'proxy', file, server, '--errors', '--port', String(port)];
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => {
        reject(new Error('prism did not start'));
      }, LONGEST_START_MS);
      child.stdout.on('data', (text: Buffer) => {
        if (!text.includes('Prism is listening')) return;
        clearTimeout(late);
        resolve();
      });
    });
    return new PrismProxy(child, directory, `http://127.0.0.1:${port}`);
  }

  /** What prism found wrong in the answer, or in the request where that was not answered; null when nothing. */
  async breach(
    method: string,
    path: string,
    options: { body?: string; headers?: Record<string, string> } = {},
  ): Promise<string | null> {
    const answer = await fetch(`${this.address}${path}`, { method, redirect: 'manual', ...options });
    const text = await answer.text();
    return text.includes('stoplight.io/prism/errors') ? text : null;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await ended;
    rmSync(this.directory, { recursive: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
