import type { KMSClient, KMSClientConfig } from '@aws-sdk/client-kms';
import type { Place } from '../crypto/index.js';
import { type KeyEncryptionKey, KeyServiceFailed } from './key-encryption-key.js';

export interface AwsKmsAt {
  /** Id, ARN or alias */
  readonly key: string;
  readonly region: string | undefined;
  readonly endpoint: string | undefined;
}

/**
 * A symmetric key of AWS KMS. The place goes along as encryption context, so that KMS itself refuses what was moved, and
 * CloudTrail shows which jurisdiction's key was opened. Who may ask is AWS's own business (role, environment).
 */
export class AwsKmsKey implements KeyEncryptionKey {
  readonly id: string;
  private client: Promise<KMSClient> | undefined;

  constructor(
    private readonly at: AwsKmsAt,
    private readonly credentials?: KMSClientConfig['credentials'],
  ) {
    this.id = `aws-kms:${at.key}`;
  }

  async wrap(place: Place, key: Buffer): Promise<Buffer> {
    const { EncryptCommand } = await import('@aws-sdk/client-kms');
    const asked = { KeyId: this.at.key, Plaintext: key, EncryptionContext: contextOf(place) };
    return this.ask(async (client) => (await client.send(new EncryptCommand(asked))).CiphertextBlob);
  }

  async unwrap(place: Place, wrapped: Buffer): Promise<Buffer> {
    const { DecryptCommand } = await import('@aws-sdk/client-kms');
    const asked = { KeyId: this.at.key, CiphertextBlob: wrapped, EncryptionContext: contextOf(place) };
    return this.ask(async (client) => (await client.send(new DecryptCommand(asked))).Plaintext);
  }

  private async ask(work: (client: KMSClient) => Promise<Uint8Array | undefined>): Promise<Buffer> {
    this.client ??= this.connect();
    try {
      const answer = await work(await this.client);
      if (answer === undefined) throw new Error('an empty answer');
      return Buffer.from(answer);
    } catch (error) {
      throw new KeyServiceFailed(this.id, error instanceof Error ? error.name : 'no answer');
    }
  }

  /** Amazon's library is loaded by who uses it. */
  private async connect(): Promise<KMSClient> {
    const { KMSClient } = await import('@aws-sdk/client-kms');
    const { region, endpoint } = this.at;
    return new KMSClient({
      maxAttempts: 3,
      requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000 },
      ...(region === undefined ? {} : { region }),
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(this.credentials === undefined ? {} : { credentials: this.credentials }),
    });
  }
}

function contextOf({ jurisdictionId, table, column, rowId }: Place): Record<string, string> {
  return { jurisdiction: jurisdictionId, table, column, row: rowId };
}
