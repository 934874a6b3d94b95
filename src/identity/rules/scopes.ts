import type { Permission } from './permissions.js';

/** What a department's key or client is for. */
export const SCOPES = ['submit', 'read', 'amend'] as const;
export type Scope = (typeof SCOPES)[number];

/** Which scope each permission of departments needs. What is not named here no key opens. */
const NEEDED: Partial<Record<Permission, Scope>> = {
  'use-of-force.submit': 'submit',
  'use-of-force.draft': 'submit',
  'use-of-force.map': 'submit',
  'use-of-force.transmit': 'submit',
  'denominator.tell': 'submit',
  'use-of-force.amend': 'amend',
  'use-of-force.read-own': 'read',
  'use-of-force.read-notices': 'read',
  'use-of-force.read-calendar': 'read',
  'use-of-force.read-pending': 'read',
  'use-of-force.read-transmissions': 'read',
};

export function scopeFor(permission: Permission): Scope | null {
  return NEEDED[permission] ?? null;
}

/** Why a key or token of these scopes does not do for it; null when it does. */
export function scopeRefusal(
  scopes: readonly Scope[],
  permission: Permission,
): { code: string; message: string } | null {
  const needed = scopeFor(permission);
  if (needed !== null && scopes.includes(needed)) return null;
  return { code: 'scope-needed', message: `This needs a key or token with the scope ${needed ?? 'of nobody'}.` };
}

/** What was asked for (RFC 6749 §3.3: separated by blanks), as far as it is held; null when something is asked that is not. */
export function askedScopes(asked: string | undefined, held: readonly Scope[]): Scope[] | null {
  if (asked === undefined || asked.trim() === '') return [...held];
  const words = new Set(asked.trim().split(/ +/));
  const granted = held.filter((scope) => words.has(scope));
  return granted.length === words.size ? granted : null;
}
