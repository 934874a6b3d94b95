import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const CLI = 'node_modules/pa11y/bin/pa11y.js';

/** What pa11y (HTML CodeSniffer, WCAG 2 AA) finds on these pages in headless Chromium. */
export async function pa11yIssues(executablePath: string, urls: readonly string[]): Promise<string[]> {
  const directory = await mkdtemp(join(tmpdir(), 'redress-pa11y-'));
  const config = join(directory, 'pa11y.json');
  await writeFile(
    config,
    JSON.stringify({ chromeLaunchConfig: { executablePath, args: ['--no-sandbox'] }, timeout: 120_000 }),
  );
  const found: string[] = [];
  for (const url of urls) {
    const words = [CLI, '--config', config, '--reporter', 'json', url];
    const options = { maxBuffer: 64_000_000 };
    const { stdout } = await promisify(execFile)(process.execPath, words, options).catch(
      (error: unknown) => error as { stdout: string },
    );
    const issues = JSON.parse(stdout) as { code: string; context: string; message: string }[];
    found.push(...issues.map(({ code, context, message }) => `${url} ${code} ${message} ${context}`));
  }
  await rm(directory, { recursive: true });
  return found;
}
