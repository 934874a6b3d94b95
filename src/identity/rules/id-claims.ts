/** What an ID token says (OpenID Connect Core §2), as far as it is looked at here. */
export interface IdClaims {
  iss: string;
  sub: string;
  aud: string | string[];
  exp: number;
  iat: number;
  azp?: unknown;
  nbf?: unknown;
  amr?: unknown;
}

const TOLERANCE_SECONDS = 30;
const OLDEST_SECONDS = 300;

/** Beyond what the library holds it to: for this client and no other, of this issuer to the letter, drawn just now. */
export function isForUs(
  { iss, sub, aud, azp, nbf, iat, exp }: IdClaims,
  { issuer, clientId, now }: { issuer: string; clientId: string; now: Date },
): boolean {
  const seconds = now.getTime() / 1000;
  const audience = Array.isArray(aud) ? aud : [aud];
  return (
    iss === issuer &&
    typeof sub === 'string' &&
    sub.length > 0 &&
    sub.length <= 255 &&
    audience.length === 1 &&
    audience[0] === clientId &&
    (azp === undefined || azp === clientId) &&
    (nbf === undefined || (typeof nbf === 'number' && nbf <= seconds + TOLERANCE_SECONDS)) &&
    iat <= seconds + TOLERANCE_SECONDS &&
    iat >= seconds - OLDEST_SECONDS &&
    exp > seconds - TOLERANCE_SECONDS
  );
}

/** Whether the provider says that it asked for more than one factor (RFC 8176). */
export function showsSecondFactor({ amr }: Pick<IdClaims, 'amr'>): boolean {
  return Array.isArray(amr) && amr.includes('mfa');
}
