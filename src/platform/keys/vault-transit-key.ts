import { readFile } from 'node:fs/promises';
import type { Place } from '../crypto/index.js';
import { type KeyEncryptionKey, KeyServiceFailed } from './key-encryption-key.js';

export interface VaultTransitAt {
  readonly key: string;
  /** Where the transit engine is mounted */
  readonly mount: string;
  /** https://host:port */
  readonly address: string;
  /** Read for every call: whoever renews tokens writes a new one there. */
  readonly tokenFile: string;
  readonly namespace: string | undefined;
}

const ATTEMPTS = 3;
const PATIENCE_MS = 5_000;

/**
 * An AEAD key (aes256-gcm96, chacha20-poly1305) of HashiCorp Vault's or OpenBao's transit engine. The place goes along as
 * associated data, so that Vault itself refuses what was moved.
 */
export class VaultTransitKey implements KeyEncryptionKey {
  readonly id: string;

  constructor(private readonly at: VaultTransitAt) {
    this.id = `vault-transit:${at.mount}/${at.key}`;
  }

  async wrap(place: Place, key: Buffer): Promise<Buffer> {
    const ciphertext = await this.ask('encrypt', 'ciphertext', { plaintext: key.toString('base64'), ...bound(place) });
    return Buffer.from(ciphertext);
  }

  async unwrap(place: Place, wrapped: Buffer): Promise<Buffer> {
    return Buffer.from(
      await this.ask('decrypt', 'plaintext', { ciphertext: wrapped.toString(), ...bound(place) }),
      'base64',
    );
  }

  private async ask(verb: 'encrypt' | 'decrypt', wanted: string, body: Record<string, string>): Promise<string> {
    let said = '';
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const answer = await this.post(verb, body).catch(() => null);
      if (answer?.ok === true) {
        const { data } = (await answer.json()) as { data?: Record<string, unknown> };
        const value = data?.[wanted];
        if (typeof value === 'string') return value;
      }
      said = answer === null ? 'no answer' : `status ${answer.status}`;
      // A refusal stays one; a server that is sealed, standing by or overloaded may be better in a moment.
      if (answer !== null && answer.status < 500 && answer.status !== 429) break;
    }
    throw new KeyServiceFailed(this.id, said);
  }

  private async post(verb: string, body: Record<string, string>): Promise<Response> {
    const { address, mount, key, namespace, tokenFile } = this.at;
    const token = (await readFile(tokenFile, 'utf8')).trim();
    return fetch(`${address}/v1/${mount}/${verb}/${encodeURIComponent(key)}`, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        'content-type': 'application/json',
        'x-vault-token': token,
        ...(namespace === undefined ? {} : { 'x-vault-namespace': namespace }),
      },
      body: JSON.stringify(body),
    });
  }
}

function bound({ jurisdictionId, table, column, rowId }: Place): { associated_data: string } {
  return { associated_data: Buffer.from([jurisdictionId, table, column, rowId].join('|')).toString('base64') };
}
