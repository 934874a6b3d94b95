import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Commands of a document, and what it says that they print. */
export interface Step {
  commands: string;
  shown: string;
}

/** Each `sh` block with the `text` block that follows it, if one does. */
export function stepsOf(file: string): Step[] {
  const blocks = readFileSync(file, 'utf8').matchAll(/```sh\n(.*?)```(?:\n+```text\n(.*?)```)?/gs);
  return [...blocks].map(([, commands = '', shown = '']) => ({ commands, shown }));
}

const BETWEEN = '\u001e';

/** Runs all of it in one shell, as a reader would, and tells what each step printed. */
export function printedBy(steps: readonly Step[], cwd: string, environment: Record<string, string>): string[] {
  const script = steps.map(({ commands }) => `${commands}\nprintf '\\x1e'`).join('\n');
  const env = { PATH: process.env['PATH'] ?? '', ...environment };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', `set -euo pipefail\n${script}`], {
    ...{ cwd, encoding: 'utf8', env, timeout: 120_000 },
  });
  if (status !== 0) throw new Error(`${String(status)}: ${stderr}${stdout}`);
  return stdout.split(BETWEEN).slice(0, steps.length);
}

/** The same text with what is another every time named instead. */
export function withoutChance(text: string): string {
  return text
    .replace(/\b[0-9A-Z]{7}-[0-9A-Z]{7}-[0-9A-Z]{7}-[0-9A-Z]{5}[0-9A-Z*~$=]/g, '(receipt)')
    .replace(/\b\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}\b/g, '(case number)')
    .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '(id)')
    .replace(/\b\d{4}-\d\d-\d\dT\d\d:00:00(\.000)?(Z|\+00:00)/g, '(hour)')
    .replace(/\b\d{4}-\d\d-\d\d\b/g, '(day)');
}
