import { createHmac } from 'node:crypto';

export type Role = 'redress_app' | 'redress_public';

/**
 * The address under which a role signs in, derived from the owner's: same server, same database, its own password. Whoever
 * knows the owner's password could set any password anyway, so nothing is lost by deriving; and one setting is enough.
 * @throws Error when the owner signs in without a password: then give APP_DATABASE_URL and PUBLIC_DATABASE_URL.
 */
export function roleUrl(ownerUrl: string, role: Role): string {
  const url = new URL(ownerUrl);
  if (url.password === '') {
    throw new Error(
      'DATABASE_URL has no password to derive the others from: set APP_DATABASE_URL and PUBLIC_DATABASE_URL too.',
    );
  }
  url.password = createHmac('sha256', decodeURIComponent(url.password)).update(`redress/${role}`).digest('base64url');
  url.username = role;
  return url.toString();
}
