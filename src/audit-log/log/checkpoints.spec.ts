import { describe, expect, it } from '@jest/globals';
import { createPublicKey } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MasterKey, signingKeyOf } from '../../platform/crypto/index.js';
import { Checkpoints } from './checkpoints.js';
import { signedNote, verifierKey } from './signed-note.js';

const origin = 'oversight.example.gov/history';
const secret = Buffer.alloc(32, 7);
const root = Buffer.alloc(32, 9);

describe('a checkpoint', () => {
  it('is signed by a key that the master key makes, for the history and for nothing else', () => {
    const checkpoints = new Checkpoints(new MasterKey(secret), { origin, file: null });
    const key = signingKeyOf(new MasterKey(secret).signingSeed('history'));
    expect(checkpoints.note(3, root)).toBe(signedNote({ origin, size: 3, root }, key));
    expect(checkpoints.verifierKey()).toBe(verifierKey(origin, key));
    expect(checkpoints.verifierKey()).not.toBe(
      verifierKey(origin, signingKeyOf(new MasterKey(secret).signingSeed(''))),
    );
    expect(createPublicKey(key).asymmetricKeyType).toBe('ed25519');
  });

  it('is appended to the file of the operator, where there is one', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'redress-')), 'checkpoints.txt');
    const checkpoints = new Checkpoints(new MasterKey(secret), { origin, file });
    await checkpoints.toFile('one\n');
    await checkpoints.toFile('two\n');
    expect(await readFile(file, 'utf8')).toBe('one\ntwo\n');
    await expect(new Checkpoints(new MasterKey(secret), { origin, file: null }).toFile('x')).resolves.toBeUndefined();
  });
});
