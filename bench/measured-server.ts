import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The built server, in a process of its own that tells of its event loop when it is asked. */
export class MeasuredServer {
  private readonly child;
  private said = '';

  constructor(environment: Record<string, string>) {
    const { PATH = '', HOME = '' } = process.env;
    const words = ['--import', join(import.meta.dirname, 'support/loop-delay.mjs'), 'dist/cli/redress.js', 'serve'];
    this.child = spawn(process.execPath, words, {
      env: { PATH, HOME, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (this.said += text));
  }

  get pid(): number {
    return this.child.pid ?? NaN;
  }

  async port(): Promise<number> {
    return Number((await this.says(/serves on http:\S+:(\d+)\./))[1]);
  }

  async loopDelay(): Promise<{ p50: number; p99: number; max: number }> {
    this.said = '';
    this.child.kill('SIGUSR2');
    return JSON.parse((await this.says(/loop-delay (\{.*\})/))[1]!) as { p50: number; p99: number; max: number };
  }

  /** Linux alone can: what the start took is not the submission's. */
  async forgetPeak(): Promise<void> {
    await writeFile(`/proc/${this.child.pid}/clear_refs`, '5').catch(() => undefined);
  }

  /** Linux alone tells it; elsewhere it is not a number. */
  async peakMegabytes(): Promise<string> {
    const status = await readFile(`/proc/${this.child.pid}/status`, 'utf8').catch(() => '');
    return ((Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) * 1024) / 1e6).toFixed(0);
  }

  async stop(): Promise<void> {
    this.child.kill('SIGINT');
    await new Promise((resolve) => this.child.once('close', resolve));
  }

  private async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (let attempt = 0; attempt < 1200; attempt++) {
      const match = pattern.exec(this.said);
      if (match) return match;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`The server never said ${String(pattern)}; it said:\n${this.said}`);
  }
}
