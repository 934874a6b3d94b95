import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

type Body = Record<string, unknown>;
interface Reply {
  status: number;
  body: object;
}

/** A key service of the test's own, on a port of its own: it holds a key, gives it to nobody, and counts who asks. */
export abstract class KeyService {
  calls = 0;
  /** Set, and every call is answered with it. */
  failing: number | null = null;
  private readonly held = randomBytes(32);
  private readonly server: Server = createServer((request, response) => {
    void this.answer(request).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    });
  });

  async listen(): Promise<this> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    return this;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((stopped) => this.server.close(stopped));
  }

  protected abstract serve(request: IncomingMessage, body: Body): Reply;

  protected encrypt(text: Buffer, bound: string): Buffer {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.held, iv).setAAD(Buffer.from(bound));
    return Buffer.concat([iv, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
  }

  /** Null when it was not encrypted here, and bound so. */
  protected decrypt(sealed: Buffer, bound: string): Buffer | null {
    const decipher = createDecipheriv('aes-256-gcm', this.held, sealed.subarray(0, 12)).setAAD(Buffer.from(bound));
    decipher.setAuthTag(sealed.subarray(-16));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
    } catch {
      return null;
    }
  }

  private async answer(request: IncomingMessage): Promise<Reply> {
    this.calls++;
    const body = (await json(request)) as Body;
    return this.failing === null ? this.serve(request, body) : { status: this.failing, body: {} };
  }
}

const base64 = (value: unknown): Buffer => Buffer.from(String(value), 'base64');

/** The two calls of AWS KMS that are made, as its API describes them. */
export class FakeKms extends KeyService {
  readonly key = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd';

  protected serve(request: IncomingMessage, body: Body): Reply {
    if (body.KeyId !== this.key || !request.headers.authorization?.startsWith('AWS4-HMAC-SHA256'))
      return { status: 400, body: { __type: 'NotFoundException' } };
    const context = JSON.stringify(Object.entries(body.EncryptionContext ?? {}).sort());
    if (request.headers['x-amz-target'] === 'TrentService.Encrypt')
      return {
        status: 200,
        body: { CiphertextBlob: this.encrypt(base64(body.Plaintext), context).toString('base64') },
      };
    const text = this.decrypt(base64(body.CiphertextBlob), context);
    if (text === null) return { status: 400, body: { __type: 'InvalidCiphertextException' } };
    return { status: 200, body: { Plaintext: text.toString('base64') } };
  }
}

/** The two calls of Vault's transit engine that are made. */
export class FakeVault extends KeyService {
  readonly token = 'hvs.test-token';

  protected serve(request: IncomingMessage, body: Body): Reply {
    if (request.headers['x-vault-token'] !== this.token) return { status: 403, body: { errors: ['denied'] } };
    const bound = String(body.associated_data);
    if (request.url === '/v1/transit/encrypt/redress') {
      const ciphertext = `vault:v1:${this.encrypt(base64(body.plaintext), bound).toString('base64')}`;
      return { status: 200, body: { data: { ciphertext } } };
    }
    const [, sealed = ''] = /^vault:v1:(.+)$/.exec(String(body.ciphertext)) ?? [];
    const text = sealed === '' ? null : this.decrypt(base64(sealed), bound);
    if (text === null) return { status: 400, body: { errors: ['cipher: message authentication failed'] } };
    return { status: 200, body: { data: { plaintext: text.toString('base64') } } };
  }
}
