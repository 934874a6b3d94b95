import { describe, expect, it } from '@jest/globals';
import { PasswordHasher } from './password.js';

/** Of the least cost that Argon2 has: what is tried here is not how dear it is. */
function quick(): PasswordHasher {
  const hasher = new PasswordHasher();
  hasher.cost = { memoryCost: 8, timeCost: 1, parallelism: 1 };
  return hasher;
}

describe('a password', () => {
  // ASVS 5.0: V11.4.2
  it('is hashed at the cost that RFC 9106 recommends, unless a test says otherwise', async () => {
    expect(await new PasswordHasher().hash('a long walk')).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  });

  it('matches its own hash, on whatever keyboard it was typed, and no other', async () => {
    const hasher = quick();
    const stored = await hasher.hash('a caf\u00e9 by the river');
    expect(await hasher.matches('a cafe\u0301 by the river', stored)).toBe(true);
    expect(await hasher.matches('a cafe by the river', stored)).toBe(false);
    const typed = await hasher.hash('a cafe\u0301 by the river');
    expect(await hasher.matches('a caf\u00e9 by the river', typed)).toBe(true);
  });

  it('of nobody matches nothing, what stands in for it neither', async () => {
    const hasher = quick();
    expect(await hasher.matches('', null)).toBe(false);
    expect(await hasher.matches('nobody has this password', null)).toBe(false);
  });

  // ASVS 5.0: V15.2.2
  it('waits its turn: of nineteen at once one is sent away, and all others are served', async () => {
    const hasher = quick();
    const all = await Promise.allSettled(Array.from({ length: 19 }, (_, at) => hasher.hash(`password ${at}`)));
    const refused = all.filter((each) => each.status === 'rejected').map(({ reason }) => reason as unknown);
    expect(refused).toMatchObject([
      { code: 'busy', status: 503, message: 'Too many people sign in just now: try again in a few seconds.' },
    ]);
    expect(await hasher.matches('password 0', (all[0] as PromiseFulfilledResult<string>).value)).toBe(true);
  });
});
