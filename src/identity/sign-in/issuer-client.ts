import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretPost,
  type Configuration,
  customFetch,
  discovery,
  type DiscoveryRequestOptions,
  enableNonRepudiationChecks,
} from 'openid-client';
import { MasterKey, type Place, seal, unseal } from '../../platform/crypto/index.js';
import { fetchOutside } from '../../platform/http/fetch-outside.js';
import { SignInSettings } from '../../platform/settings.js';
import type { SingleSignOn } from '../records/single-sign-on.store.js';
import { type IdClaims, isForUs } from '../rules/id-claims.js';

const SECONDS_TO_WAIT = 5;

export interface Returned {
  state: string;
  code: string;
  /** RFC 9207, where the issuer sends it */
  iss?: string | undefined;
  binding: string;
}

/**
 * Speaks to a place's OpenID provider: code flow with PKCE, state and nonce. All three come from the state by a key that only this
 * server has, so nothing is kept between the two halves; `binding` stays with the browser that began, and another's is none.
 */
@Injectable()
export class IssuerClient {
  private readonly known = new Map<string, Promise<Configuration>>();

  constructor(
    private readonly masterKey: MasterKey,
    private readonly settings: SignInSettings,
  ) {}

  get redirectUri(): string {
    return `${this.settings.origin}/sign-in/callback`;
  }

  sealSecret(jurisdictionId: string, secret: string): Buffer {
    return seal(this.keyOf(jurisdictionId), placeOf(jurisdictionId), Buffer.from(secret));
  }

  bindingOf(state: string): string {
    return this.derived('binding', state);
  }

  isBound({ state, binding }: Pick<Returned, 'state' | 'binding'>): boolean {
    const [sent, right] = [Buffer.from(binding), Buffer.from(this.bindingOf(state))];
    return sent.length === right.length && timingSafeEqual(sent, right);
  }

  async address(jurisdictionId: string, provider: SingleSignOn, state: string): Promise<string> {
    const config = await this.configuration(jurisdictionId, provider);
    return buildAuthorizationUrl(config, {
      scope: 'openid',
      redirect_uri: this.redirectUri,
      state,
      nonce: this.derived('nonce', state),
      code_challenge: await calculatePKCECodeChallenge(this.derived('verifier', state)),
      code_challenge_method: 'S256',
    }).href;
  }

  /** Whom the provider says it is, when its signature says so too; null for everything else. */
  async claims(
    jurisdictionId: string,
    provider: SingleSignOn,
    { returned: { state, code, iss }, now }: { returned: Returned; now: Date },
  ): Promise<IdClaims | null> {
    const url = new URL(this.redirectUri);
    url.search = new URLSearchParams({ code, state, ...(iss === undefined ? {} : { iss }) }).toString();
    try {
      const tokens = await authorizationCodeGrant(await this.configuration(jurisdictionId, provider), url, {
        expectedState: state,
        expectedNonce: this.derived('nonce', state),
        pkceCodeVerifier: this.derived('verifier', state),
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      return claims && isForUs(claims, { ...provider, now }) ? claims : null;
    } catch {
      return null;
    }
  }

  private configuration(jurisdictionId: string, provider: SingleSignOn): Promise<Configuration> {
    const { issuer, clientId, secretCipher } = provider;
    const name = `${issuer} ${clientId} ${secretCipher.toString('base64')}`;
    const secret = unseal(this.keyOf(jurisdictionId), placeOf(jurisdictionId), secretCipher).toString('utf8');
    // Signatures are checked although the token came from the provider itself: who stands between is not trusted with names.
    const local = this.settings.host === 'localhost';
    // On this machine alone, where people try it out, is a provider asked over a line that others could read.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const execute = [enableNonRepudiationChecks, ...(local ? [allowInsecureRequests] : [])];
    // An administrator of one place names the provider, and the provider names where its keys are: neither is sent inside.
    const reach = { inside: [...this.settings.privateIssuers, ...(local ? ['localhost'] : [])], plain: local };
    const options: DiscoveryRequestOptions = {
      execute,
      timeout: SECONDS_TO_WAIT,
      [customFetch]: (url, asked) => fetchOutside(url, asked, reach),
    };
    const found =
      this.known.get(name) ?? discovery(new URL(issuer), clientId, undefined, ClientSecretPost(secret), options);
    this.known.set(name, found);
    // What could not be reached is asked again the next time.
    found.catch(() => this.known.delete(name));
    return found;
  }

  private derived(use: string, state: string): string {
    return this.masterKey.fingerprint(`single-sign-on/${use}`, state).toString('base64url');
  }

  private keyOf(jurisdictionId: string): Buffer {
    return this.masterKey.sealingKey(`single-sign-on/${jurisdictionId}`);
  }
}

function placeOf(jurisdictionId: string): Place {
  return { jurisdictionId, table: 'single_sign_on', column: 'secret_cipher', rowId: jurisdictionId };
}
