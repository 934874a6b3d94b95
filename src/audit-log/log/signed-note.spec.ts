import { describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { signingKeyOf } from '../../platform/crypto/index.js';
import { notesIn, openNote, signedNote, verifierKey } from './signed-note.js';

const origin = 'oversight.example/history';
const secret = signingKeyOf(Buffer.alloc(32, 7));
const root = createHash('sha256').update('root').digest();
const note = signedNote({ origin, size: 42, root }, secret);
const key = verifierKey(origin, secret);
const signatureOf = (of: string): string => of.trimEnd().split(' ').at(-1) ?? '';
const rehashed = (signature: string): string =>
  Buffer.concat([Buffer.from('nope'), Buffer.from(signature, 'base64').subarray(4)]).toString('base64');
const longer = (signature: string): string =>
  Buffer.concat([Buffer.from(signature, 'base64'), Buffer.of(0)]).toString('base64');
/** C2SP signed-note: the first four bytes of SHA-256 of the name, a line feed, the kind of key and the key. */
const hashOf = (name: string, raw: Buffer): Buffer =>
  createHash('sha256')
    .update(Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(1), raw]))
    .digest()
    .subarray(0, 4);

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
    ['a line before it', `x\n${note}`],
    ['something behind it', `${note}x`],
    ['another signer', note.replace('— oversight', '— elsewhere')],
    ['the signature of another key’s hash', note.replace(signatureOf(note), rehashed(signatureOf(note)))],
    ['a signature that is too long', note.replace(signatureOf(note), longer(signatureOf(note)))],
  ])('is refused with %s', (_, altered) => {
    expect(altered).not.toBe(note);
    expect(openNote(altered, key)).toBeNull();
  });

  it('is refused under another key, and another name', () => {
    expect(openNote(note, verifierKey(origin, signingKeyOf(Buffer.alloc(32, 8))))).toBeNull();
    expect(openNote(note, verifierKey('other', secret))).toBeNull();
    for (const other of ['no key', `x\n${key}`, `${key}!`]) expect(openNote(note, other)).toBeNull();
    for (const other of ['no note', '']) expect(openNote(other, key)).toBeNull();
  });

  it('is refused, and breaks nothing, under a key that is too short to be one', () => {
    const short = Buffer.alloc(31, 5);
    const signature = Buffer.concat([hashOf(origin, short), Buffer.alloc(64)]).toString('base64');
    const verifier = `${origin}+${hashOf(origin, short).toString('hex')}+${Buffer.concat([Buffer.of(1), short]).toString('base64')}`;
    expect(openNote(note.replace(signatureOf(note), signature), verifier)).toBeNull();
  });

  it('of one log is none of another log with the same key', () => {
    const other = signedNote({ origin: 'elsewhere.example/history', size: 42, root }, secret);
    const renamed = other.replace('— elsewhere.example/history', `— ${origin}`);
    const signed = Buffer.from(signatureOf(other), 'base64');
    const raw = Buffer.from(key.split('+').slice(2).join('+'), 'base64').subarray(1);
    const own = Buffer.concat([hashOf(origin, raw), signed.subarray(4)]).toString('base64');
    expect(openNote(renamed.replace(signatureOf(renamed), own), key)).toBeNull();
  });

  it('has a key that others’ tools know by its hash', () => {
    const [name = '', hash, ...coded] = key.split('+');
    const raw = Buffer.from(coded.join('+'), 'base64').subarray(1);
    expect([name, hash]).toEqual([origin, hashOf(origin, raw).toString('hex')]);
  });

  it('is found again among others', () => {
    const other = signedNote({ origin, size: 43, root }, secret);
    expect(notesIn(note + other)).toEqual([note, other]);
    expect(notesIn('nothing of the kind')).toEqual([]);
  });
});
