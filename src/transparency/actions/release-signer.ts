import { Injectable } from '@nestjs/common';
import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import { MasterKey, signingKeyOf } from '../../platform/crypto/index.js';

/** Signs the manifests of published releases. The key is made of the master key and lies on no disk and in no database. */
@Injectable()
export class ReleaseSigner {
  private readonly secret: KeyObject;

  constructor(masterKey: MasterKey) {
    this.secret = signingKeyOf(masterKey.signingSeed('releases'));
  }

  /** 64 bytes (Ed25519, RFC 8032) over just these bytes, as `openssl pkeyutl -verify -rawin` checks them. */
  sign(bytes: Buffer): Buffer {
    return sign(null, bytes, this.secret);
  }

  /** In PEM (SubjectPublicKeyInfo). */
  publicKey(): string {
    return createPublicKey(this.secret).export({ format: 'pem', type: 'spki' }).toString();
  }
}
