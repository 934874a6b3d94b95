import { describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { signingKeyOf } from '../../platform/crypto/index.js';
import { notesIn, openNote, signedNote, verifierKey } from './signed-note.js';

const origin = 'oversight.example/history';
const secret = signingKeyOf(Buffer.alloc(32, 7));
const root = createHash('sha256').update('root').digest();
const note = signedNote({ origin, size: 42, root }, secret);
const key = verifierKey(origin, secret);

describe('a signed note', () => {
  it('says origin, size and root in lines, and is opened with its key', () => {
    expect(note).toMatch(
      /^oversight\.example\/history\n42\n[A-Za-z0-9+/]{43}=\n\n— oversight\.example\/history [A-Za-z0-9+/=]+\n$/,
    );
    expect(openNote(note, key)).toEqual({ origin, size: 42, root });
  });

  it.each([
    ['another size', note.replace('\n42\n', '\n43\n')],
    ['another root', note.replace(root.toString('base64'), randomBytes(32).toString('base64'))],
    ['another origin', note.replaceAll('oversight.example', 'elsewhere.example')],
    ['a line more', note.replace('\n\n', '\nextra\n\n')],
    ['no signature', note.split('\n\n')[0] ?? ''],
  ])('is refused with %s', (_, altered) => {
    expect(altered).not.toBe(note);
    expect(openNote(altered, key)).toBeNull();
  });

  it('is refused under another key, and another name', () => {
    expect(openNote(note, verifierKey(origin, signingKeyOf(Buffer.alloc(32, 8))))).toBeNull();
    expect(openNote(note, verifierKey('other', secret))).toBeNull();
    expect(openNote(note, 'no key')).toBeNull();
  });

  it('is found again among others', () => {
    const other = signedNote({ origin, size: 43, root }, secret);
    expect(notesIn(note + other)).toEqual([note, other]);
  });
});
