import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

const LONGEST = 16_384;
const BASE64URL = /^[A-Za-z0-9_-]+$/;

/** What a browser sends of a new passkey, read strictly: no more than what is looked at. Null when it is none. */
export function readAttestation(sent: unknown): RegistrationResponseJSON | null {
  const [id, clientDataJSON, attestationObject] = [
    textIn(sent, 'id'),
    textIn(within(sent), 'clientDataJSON'),
    textIn(within(sent), 'attestationObject'),
  ];
  if (id === null || clientDataJSON === null || attestationObject === null) return null;
  const response = { clientDataJSON, attestationObject };
  return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
}

/** What a browser sends when a passkey is used. Null when it is none. */
export function readAssertion(sent: unknown): AuthenticationResponseJSON | null {
  const [id, clientDataJSON, authenticatorData, signature] = [
    textIn(sent, 'id'),
    textIn(within(sent), 'clientDataJSON'),
    textIn(within(sent), 'authenticatorData'),
    textIn(within(sent), 'signature'),
  ];
  if (id === null || clientDataJSON === null || authenticatorData === null || signature === null) return null;
  const response = { clientDataJSON, authenticatorData, signature };
  return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
}

function within(sent: unknown): unknown {
  return isObject(sent) ? sent['response'] : undefined;
}

function textIn(sent: unknown, name: string): string | null {
  if (!isObject(sent) || !Object.hasOwn(sent, name)) return null;
  const value = sent[name];
  return typeof value === 'string' && value.length <= LONGEST && BASE64URL.test(value) ? value : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
