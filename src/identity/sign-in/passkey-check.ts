import { Injectable } from '@nestjs/common';
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { EntityManager } from 'typeorm';
import { SignInSettings } from '../../platform/settings.js';
import { findPasskey, type HeldPasskey, notePasskeyUse } from '../records/passkey.store.js';
import { NOBODY } from '../records/sign-in-decoy.store.js';
import { useOnce } from '../records/used-once.store.js';
import { readAssertion, readAttestation } from './passkey-response.js';
import { Challenges } from './challenges.js';
import { decoyPasskey } from './decoy-keys.js';

export interface Registered {
  credentialId: string;
  publicKey: Uint8Array;
  counter: number;
}

interface Sent {
  jurisdictionId: string;
  /** As the browser sent it */
  response: unknown;
  at: Date;
}

/** For which uses challenges are drawn: a challenge for the one is none for the other. */
export const toRegister = (staffId: string): string => `passkey-registration/${staffId}`;
export const toSignIn = (jurisdictionId: string): string => `passkey-sign-in/${jurisdictionId}`;

/** Stands for a passkey that nobody has. */
const UNKNOWN: Omit<HeldPasskey, 'credentialId'> = {
  ...{ id: NOBODY.id, staffId: NOBODY.id, roles: [] },
  ...{ publicKey: decoyPasskey(), counter: 0 },
};

/** Holds what a browser sent to WebAuthn level 3: challenge, origin, relying party, user verified, signature, counter. */
@Injectable()
export class PasskeyCheck {
  constructor(
    private readonly challenges: Challenges,
    private readonly settings: SignInSettings,
  ) {}

  /** The new passkey; null when it is not one that this person made just now, here. */
  async registered(manager: EntityManager, staffId: string, sent: Sent): Promise<Registered | null> {
    const response = readAttestation(sent.response);
    if (!response) return null;
    const expected = this.expected(toRegister(staffId), sent.at);
    const { expectedChallenge, expectedOrigin, expectedRPID } = expected;
    const verified = await verifyRegistrationResponse({
      ...{ response, expectedChallenge, expectedOrigin, expectedRPID },
      requireUserVerification: true,
      // ES256, Ed25519 and RS256: what devices make.
      supportedAlgorithmIDs: [-7, -8, -257],
    }).catch(() => null);
    if (!verified?.verified || !(await this.takeChallenge(manager, expected, sent))) return null;
    const { id, publicKey, counter } = verified.registrationInfo.credential;
    return { credentialId: id, publicKey, counter };
  }

  /** The passkey that was used; not shown: whose it claims to be, or nobody's; null: no answer of a browser's. */
  async used(manager: EntityManager, sent: Sent): Promise<{ passkey: HeldPasskey; shown: boolean } | null> {
    const response = readAssertion(sent.response);
    if (!response) return null;
    // One that nobody has is held to a key all the same: the answer takes as long.
    const passkey = (await findPasskey(manager, response.id)) ?? { ...UNKNOWN, credentialId: response.id };
    const expected = this.expected(toSignIn(sent.jurisdictionId), sent.at);
    const { expectedChallenge, expectedOrigin, expectedRPID } = expected;
    const { credentialId: id, counter } = passkey;
    const verified = await verifyAuthenticationResponse({
      ...{ response, expectedChallenge, expectedOrigin, expectedRPID },
      credential: { id, counter, publicKey: new Uint8Array(passkey.publicKey) },
      requireUserVerification: true,
    }).catch(() => null);
    const right = passkey.id !== UNKNOWN.id && verified?.verified === true;
    const shown = right && (await this.takeChallenge(manager, expected, sent));
    if (shown)
      await notePasskeyUse(manager, {
        id: passkey.id,
        counter: verified.authenticationInfo.newCounter,
        at: sent.at,
      });
    return { passkey, shown };
  }

  private expected(use: string, now: Date) {
    let taken: { challenge: string; endsAt: Date } | undefined;
    return {
      expectedChallenge: (challenge: string): boolean => {
        const endsAt = this.challenges.endOf(use, challenge, now);
        if (endsAt) taken = { challenge, endsAt };
        return endsAt !== null;
      },
      expectedOrigin: this.settings.origin,
      expectedRPID: this.settings.host,
      taken: () => taken,
    };
  }

  private async takeChallenge(
    manager: EntityManager,
    expected: { taken: () => { challenge: string; endsAt: Date } | undefined },
    { jurisdictionId, at }: Sent,
  ): Promise<boolean> {
    const taken = expected.taken();
    if (!taken) return false;
    return useOnce(manager, { jurisdictionId, what: `challenge/${taken.challenge}`, endsAt: taken.endsAt, now: at });
  }
}
