import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

/** What a forger may turn about a genuine answer. */
export interface Turned {
  origin?: string;
  host?: string;
  type?: string;
  challenge?: string;
  flags?: number;
  counter?: number;
  credentialId?: Buffer;
  key?: KeyObject;
  /** Applied to the authenticator's data after it was signed */
  afterwards?: (data: Buffer) => Buffer;
  crossOrigin?: boolean;
}

type Cbor = number | string | Buffer | Map<number | string, Cbor>;

/** CTAP2's CBOR, as much of it as an authenticator needs. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, inner]) => [cbor(key), cbor(inner)])]);
}

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();

/** An authenticator of software: one passkey on P-256, attestation `none`. */
export class SoftwareAuthenticator {
  readonly credentialId = randomBytes(32);
  counter = 0;
  private readonly pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  constructor(
    private readonly origin = 'http://localhost:3000',
    private readonly host = 'localhost',
  ) {}

  create({ challenge }: { challenge: string }, turned: Turned = {}): object {
    const { x = '', y = '' } = this.pair.publicKey.export({ format: 'jwk' });
    const key = new Map<number | string, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]);
    const length = Buffer.from([0, this.credentialId.length]);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.credentialId, cbor(key)]);
    const data = Buffer.concat([this.dataOf({ flags: PRESENT | VERIFIED | ATTESTED, ...turned }), attested]);
    const attestation = new Map<number | string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', data],
    ]);
    return this.answer(turned, {
      clientDataJSON: this.clientData('webauthn.create', challenge, turned).toString('base64url'),
      attestationObject: cbor(attestation).toString('base64url'),
    });
  }

  get({ challenge }: { challenge: string }, turned: Turned = {}): object {
    this.counter += 1;
    const clientData = this.clientData('webauthn.get', challenge, turned);
    const data = this.dataOf({ flags: PRESENT | VERIFIED, ...turned });
    const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), turned.key ?? this.pair.privateKey);
    return this.answer(turned, {
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: (turned.afterwards ?? ((same) => same))(data).toString('base64url'),
      signature: signature.toString('base64url'),
    });
  }

  private answer({ credentialId }: Turned, response: object): object {
    const id = (credentialId ?? this.credentialId).toString('base64url');
    return {
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      authenticatorAttachment: 'platform',
      response,
    };
  }

  private dataOf({ host, flags = 0, counter }: Turned): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter ?? this.counter);
    return Buffer.concat([sha256(host ?? this.host), Buffer.from([flags]), count]);
  }

  private clientData(type: string, challenge: string, turned: Turned): Buffer {
    const said = {
      type: turned.type ?? type,
      challenge: turned.challenge ?? challenge,
      origin: turned.origin ?? this.origin,
    };
    return Buffer.from(JSON.stringify({ ...said, crossOrigin: turned.crossOrigin ?? false }));
  }
}
