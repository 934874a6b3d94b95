import { createHash, createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type JWTPayload, SignJWT } from 'jose';

export const CLIENT = 'redress';
type Header = { alg: string } & Record<string, unknown>;
/** Draws the ID token that the issuer hands out next. */
export type Draw = (issuer: FakeIssuer, claims: JWTPayload) => string | Promise<string>;

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** An OpenID provider on this machine that can be told to lie. */
export class FakeIssuer {
  readonly pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  readonly stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
  draw: Draw = (issuer, claims) => issuer.signed(claims);
  subject = 'genuine';
  /** In its metadata; undefined: the truth */
  saysItIs: string | undefined;
  /** Connections that it was reached by */
  reached = 0;
  /** Where its document says that its token endpoint and its keys are, when not with itself */
  sendsTo: string | null = null;
  /** Codes that were taken: a provider takes each once */
  private readonly taken = new Set<string>();
  private readonly asked = new Map<string, { nonce: string; challenge: string }>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        void this.answer(request.url ?? '', new URLSearchParams(body)).then(({ status, json }) => {
          response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
        });
      });
    }).on('connection', () => this.reached++);
  }

  static async start(): Promise<FakeIssuer> {
    const issuer = new FakeIssuer();
    await new Promise<void>((resolve) => issuer.server.listen(0, 'localhost', resolve));
    return issuer;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get url(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  /** As if the person had signed in there: the code that the browser brings back. */
  visit(address: string): { state: string; code: string } {
    const query = new URL(address).searchParams;
    const code = `code-${this.asked.size}`;
    this.asked.set(code, { nonce: query.get('nonce') ?? '', challenge: query.get('code_challenge') ?? '' });
    return { state: query.get('state') ?? '', code };
  }

  signed(claims: JWTPayload, header: Header = { alg: 'RS256', kid: 'one' }, key: KeyObject = this.pair.privateKey) {
    return new SignJWT(claims).setProtectedHeader(header).sign(key);
  }

  /** Without a signature, or with one that an HMAC made of what everybody may read. */
  unsigned(claims: JWTPayload, header: Header, secret?: string | Buffer): string {
    const said = `${encoded(header)}.${encoded(claims)}`;
    const mark = secret === undefined ? '' : createHmac('sha256', secret).update(said).digest('base64url');
    return `${said}.${mark}`;
  }

  private async answer(path: string, form: URLSearchParams): Promise<{ status: number; json: object }> {
    if (path.startsWith('/.well-known/openid-configuration'))
      return {
        status: 200,
        json: {
          issuer: this.saysItIs ?? this.url,
          authorization_endpoint: `${this.url}/authorize`,
          token_endpoint: `${this.sendsTo ?? this.url}/token`,
          jwks_uri: `${this.sendsTo ?? this.url}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
        },
      };
    if (path === '/keys') {
      const jwk = this.pair.publicKey.export({ format: 'jwk' });
      return { status: 200, json: { keys: [{ ...jwk, kid: 'one', use: 'sig', alg: 'RS256' }] } };
    }
    const code = form.get('code') ?? '';
    const asked = this.asked.get(code);
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!asked || this.taken.has(code) || verifier !== asked.challenge)
      return { status: 400, json: { error: 'invalid_grant' } };
    this.taken.add(code);
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: this.url, sub: this.subject, aud: CLIENT, nonce: asked.nonce, iat: now, exp: now + 300 };
    return {
      status: 200,
      json: { access_token: 'unused', token_type: 'Bearer', id_token: await this.draw(this, claims) },
    };
  }
}
