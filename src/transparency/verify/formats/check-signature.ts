import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Violation } from '../violation.js';

/** Whether the holder of the key signed just this manifest: its bytes, not what they parse to. @param publicKey in PEM */
export async function checkSignature(directory: string, publicKey: string): Promise<readonly Violation[]> {
  const read = (name: string): Promise<Buffer | null> => readFile(join(directory, name)).catch(() => null);
  const [manifest, signature] = [await read('manifest.json'), await read('manifest.json.sig')];
  if (signature === null || manifest === null)
    return [{ code: 'signature-missing', message: 'there is no manifest.json.sig beside manifest.json' }];
  const key = keyOf(publicKey);
  if (key !== null && verify(null, manifest, key, signature)) return [];
  return [{ code: 'signature-false', message: 'the key that was given did not sign this manifest' }];
}

/** Null when it is no Ed25519 key. */
function keyOf(pem: string): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}
