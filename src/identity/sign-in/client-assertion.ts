import { Injectable } from '@nestjs/common';
import { decodeJwt, decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import { SignInSettings } from '../../platform/settings.js';
import { algorithmsOf, type ClientKey } from '../rules/client-key.js';
import { type ClientName, readClientName } from '../rules/token.js';
import { decoyFor } from './decoy-keys.js';

const LONGEST_LIFE_SECONDS = 300;
/** Clocks differ. */
const TOLERANCE_SECONDS = 5;

export const TOKEN_PATH = '/api/v1/oauth/token';

/** Checks what a client shows itself by: a token that it signed itself, minutes ago, for this server (RFC 7523). */
@Injectable()
export class ClientAssertion {
  constructor(private readonly settings: SignInSettings) {}

  /** Whose it claims to be, unchecked; null when it is none. */
  claims(assertion: string): ClientName | null {
    try {
      return readClientName(decodeJwt(assertion).iss ?? '');
    } catch {
      return null;
    }
  }

  /**
   * What makes it the one that it is, when the client signed it; null when it did not, or not now, or not for us.
   * @param claimed.key null when there is no such client
   */
  async verified(
    assertion: string,
    { clientId, key, now }: { clientId: string; key: ClientKey | null; now: Date },
  ): Promise<{ jti: string; endsAt: Date } | null> {
    try {
      const { alg = '' } = decodeProtectedHeader(assertion);
      // Where no key of the client's could have signed so, one that nobody has is tried: every assertion of a kind takes as long.
      const tried = key && algorithmsOf(key).includes(alg) ? key : decoyFor(alg);
      const { payload } = await jwtVerify(assertion, await importJWK(tried, alg), {
        algorithms: algorithmsOf(tried),
        issuer: clientId,
        subject: clientId,
        audience: [`${this.settings.origin}${TOKEN_PATH}`, this.settings.origin],
        requiredClaims: ['exp', 'iat', 'jti'],
        maxTokenAge: LONGEST_LIFE_SECONDS,
        clockTolerance: TOLERANCE_SECONDS,
        currentDate: now,
      });
      const { jti, exp = 0, aud } = payload;
      const latest = now.getTime() / 1000 + LONGEST_LIFE_SECONDS + TOLERANCE_SECONDS;
      // For us alone: a token that is good at two places can be carried from the one to the other.
      if (typeof aud !== 'string' || exp > latest || typeof jti !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(jti))
        return null;
      return { jti, endsAt: new Date((exp + TOLERANCE_SECONDS + 1) * 1000) };
    } catch {
      return null;
    }
  }
}
