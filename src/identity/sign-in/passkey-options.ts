import { Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { isoUint8Array } from '@simplewebauthn/server/helpers';
import { Clock } from '../../platform/clock.js';
import { SignInSettings } from '../../platform/settings.js';
import { Challenges } from './challenges.js';
import { toRegister, toSignIn } from './passkey-check.js';

/** What a browser is asked with, as `navigator.credentials` takes it. */
@Injectable()
export class PasskeyOptions {
  constructor(
    private readonly challenges: Challenges,
    private readonly settings: SignInSettings,
    private readonly clock: Clock,
  ) {}

  /** @param known the passkeys that the person has: a device makes no second one */
  toRegister(
    { staffId, name }: { staffId: string; name: string },
    known: readonly string[],
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return generateRegistrationOptions({
      rpName: 'Redress',
      rpID: this.settings.host,
      userName: name,
      userID: isoUint8Array.fromUTF8String(staffId),
      challenge: this.challengeFor(toRegister(staffId)),
      excludeCredentials: known.map((id) => ({ id })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestationType: 'none',
      supportedAlgorithmIDs: [-7, -8, -257],
    });
  }

  /** Names nobody: the device knows whose passkeys it has, so the answer tells nothing about who has an account. */
  toSignIn(jurisdictionId: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const challenge = this.challengeFor(toSignIn(jurisdictionId));
    return generateAuthenticationOptions({ rpID: this.settings.host, challenge, userVerification: 'required' });
  }

  private challengeFor(use: string) {
    return new Uint8Array(Buffer.from(this.challenges.draw(use, this.clock.now()), 'base64url'));
  }
}
