import { afterAll, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingsRefused } from '../errors/settings-refused.js';
import { readSecretFile } from './read-secret-file.js';

const folder = mkdtempSync(join(tmpdir(), 'redress-secret-'));
const file = join(folder, 'secret');
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const withMode = (mode: number): string => {
  writeFileSync(file, ' a secret\n');
  chmodSync(file, mode);
  return file;
};

describe('a file that holds a secret', () => {
  // ASVS 5.0: V13.3.2
  it.each([0o600, 0o640, 0o400])('is read, without what stands around it, where not everybody may: %o', (mode) => {
    expect(readSecretFile(withMode(mode))).toBe('a secret');
  });

  it.each([0o604, 0o602, 0o601, 0o644])('is refused where everybody may: %o', (mode) => {
    expect(() => readSecretFile(withMode(mode))).toThrow(
      new SettingsRefused(`${file} holds a secret, and everybody on this machine may read it: chmod 600 it.`),
    );
  });

  it('that is not there is told as such', () => {
    for (const none of [join(folder, 'none'), '/run/secrets/redress-none'])
      expect(() => readSecretFile(none)).toThrow(
        new SettingsRefused(`${none} cannot be read: is it there, and may this user read it?`),
      );
  });
});
