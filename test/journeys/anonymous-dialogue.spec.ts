import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSWORD, RIVERTON, STAFF } from '../../src/demo/cast.js';
import { RedressProcess } from '../support/redress-process.js';
import { printedBy, stepsOf, withoutChance } from '../support/transcript.js';

const root = join(import.meta.dirname, '../..');
const file = join(root, 'docs/examples/anonymous-dialogue.md');

let dataDirectory: string;
let server: RedressProcess;
let address: string;
beforeAll(async () => {
  dataDirectory = mkdtempSync(join(tmpdir(), 'redress-dialogue-'));
  chmodSync(dataDirectory, 0o755);
  const environment = { DATA_DIRECTORY: dataDirectory, PORT: '0', LOG_LEVEL: 'warn' };
  const done = async (words: string[], input?: string): Promise<void> => {
    const command = new RedressProcess(words, environment, input);
    if ((await command.ended()) !== 0) throw new Error(command.stderr);
  };
  await done(['establish', RIVERTON.slug, '--name', RIVERTON.name, '--time-zone', RIVERTON.timeZone]);
  server = new RedressProcess(['serve'], environment);
  [, address = ''] = await server.says(/serves on (http:\S+)\./);
  for (const { signInName, displayName, roles } of STAFF.filter(({ signInName }) =>
    ['ines', 'sam', 'dana'].includes(signInName),
  )) {
    const words = ['staff', 'register', RIVERTON.slug, signInName, '--name', displayName, '--roles', roles.join(',')];
    await done(words, `${DEMO_PASSWORD}\n`);
  }
}, 120_000);
afterAll(async () => {
  await server.interrupt();
  rmSync(realpathSync(join(dataDirectory, 'postgres')), { recursive: true, force: true });
  rmSync(dataDirectory, { recursive: true, force: true });
});

describe('the transcript of an anonymous dialogue', () => {
  it('works as printed, and every answer is the one shown, but for what is another every time', () => {
    const steps = stepsOf(file);
    expect(steps.length).toBeGreaterThan(9);
    const printed = printedBy(steps, root, { HOME: dataDirectory, REDRESS: address });
    const whole = (texts: string[]): string[] => texts.map((text) => withoutChance(text).trim());
    expect(whole(printed)).toEqual(whole(steps.map(({ shown }) => shown)));
  }, 120_000);

  it('is compared word by word: another answer would be told (planted)', () => {
    const { commands, shown } = { commands: 'echo 2026-01-02 Received', shown: '2025-12-31 Withdrawn' };
    const [printed = ''] = printedBy([{ commands, shown }], root, {});
    expect(withoutChance(printed).trim()).toBe('(day) Received');
    expect(withoutChance(printed).trim()).not.toBe(withoutChance(shown));
  });
});
