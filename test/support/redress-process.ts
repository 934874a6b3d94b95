import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const COMMAND = join(import.meta.dirname, '../../dist/cli/redress.js');

/** The built command, as people run it, in a process of its own with its own data directory. */
export class RedressProcess {
  readonly child: ChildProcess;
  stdout = '';
  stderr = '';

  constructor(words: readonly string[], environment: Record<string, string>, input?: string) {
    const { PATH = '', HOME = '' } = process.env;
    this.child = spawn(process.execPath, [COMMAND, ...words], {
      env: { PATH, HOME, ...environment },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    if (input !== undefined) this.child.stdin?.end(input);
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
  }

  /** Waits until the process says something that matches, and returns the match. */
  async says(pattern: RegExp, seconds = 60): Promise<RegExpExecArray> {
    const until = Date.now() + seconds * 1000;
    for (;;) {
      const match = pattern.exec(this.stderr) ?? pattern.exec(this.stdout);
      if (match) return match;
      if (this.child.exitCode !== null || Date.now() > until) {
        throw new Error(`redress never said ${String(pattern)}; it said:\n${this.stderr}${this.stdout}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** The exit code, when it has ended. */
  async ended(): Promise<number> {
    if (this.child.exitCode === null) await once(this.child, 'close');
    return this.child.exitCode ?? -1;
  }

  async interrupt(): Promise<number> {
    this.child.kill('SIGINT');
    return this.ended();
  }
}
