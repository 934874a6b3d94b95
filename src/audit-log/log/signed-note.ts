import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** What a checkpoint says: so many events, and the root of their tree. */
export interface Checkpoint {
  /** Whose log it is, e.g. `oversight.example.gov/history` */
  origin: string;
  size: number;
  root: Buffer;
}

const ED25519 = Buffer.from([1]);
/** Before the raw 32 bytes of an Ed25519 public key in DER. */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** A checkpoint as a signed note (C2SP tlog-checkpoint and signed-note): text that people, and others' tools, can read. */
export function signedNote({ origin, size, root }: Checkpoint, secret: KeyObject): string {
  const text = `${origin}\n${size}\n${root.toString('base64')}\n`;
  const signature = Buffer.concat([keyHash(origin, rawKey(secret)), sign(null, Buffer.from(text), secret)]);
  return `${text}\n— ${origin} ${signature.toString('base64')}\n`;
}

/** How others are told the key: `<origin>+<hash>+<key>` (C2SP signed-note). */
export function verifierKey(origin: string, secret: KeyObject): string {
  const raw = rawKey(secret);
  return `${origin}+${keyHash(origin, raw).toString('hex')}+${Buffer.concat([ED25519, raw]).toString('base64')}`;
}

const VERIFIER = /^(?<name>.+)\+[0-9a-f]{8}\+(?<key>[A-Za-z0-9+/=]+)$/;
const NOTE =
  /^(?<text>(?<origin>.+)\n(?<size>\d+)\n(?<root>[A-Za-z0-9+/=]{44})\n)\n— (?<signer>.+) (?<signed>[A-Za-z0-9+/=]+)\n$/;

/** What a note says, or null when that key did not sign just that. */
export function openNote(note: string, verifier: string): Checkpoint | null {
  const asked = VERIFIER.exec(verifier)?.groups as Record<'name' | 'key', string> | undefined;
  const said = NOTE.exec(note)?.groups as
    Record<'text' | 'origin' | 'size' | 'root' | 'signer' | 'signed', string> | undefined;
  if (!asked || !said) return null;
  const { name, key } = asked;
  const { text, origin, size, root, signer, signed } = said;
  const raw = Buffer.from(key, 'base64').subarray(1);
  const bytes = Buffer.from(signed, 'base64');
  if (raw.length !== 32 || signer !== name || origin !== name) return null;
  if (!bytes.subarray(0, 4).equals(keyHash(name, raw))) return null;
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI_HEAD, raw]), format: 'der', type: 'spki' });
  if (!verify(null, Buffer.from(text), publicKey, bytes.subarray(4))) return null;
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') };
}

/** Notes that stand one after the other, as the file of checkpoints has them. */
export function notesIn(text: string): string[] {
  return text.match(/^.+\n\d+\n.+\n\n— .+\n/gm) ?? [];
}

function rawKey(secret: KeyObject): Buffer {
  return createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32);
}

function keyHash(name: string, raw: Buffer): Buffer {
  return createHash('sha256').update(`${name}\n`).update(ED25519).update(raw).digest().subarray(0, 4);
}
