import { describe, expect, it } from '@jest/globals';
import { PasswordHasher } from '../../src/platform/crypto/index.js';
import { commonPasswords, passwordFault } from '../../src/identity/sign-in/password-fault.js';

describe('the passwords that many people have', () => {
  // ASVS 5.0: V6.2.4, V6.2.12
  it('are more than ten thousand, and each one is refused, dressed up to be long enough too', () => {
    const known = [...commonPasswords()];
    expect(known.length).toBeGreaterThan(10_000);
    const letters = known.filter((word) => /^[a-z]{6,}$/.test(word));
    const accepted = letters
      .slice(0, 10_000)
      .map((word) => `${word[0]!.toUpperCase()}${word.slice(1)}2026!`.padEnd(15, '!'))
      .filter((password) => passwordFault(password, ['ada']) === null);
    expect(accepted).toEqual([]);
    expect(passwordFault('sunshineprincess', ['ada'])).toContain('tried first');
  });

  it('are not what a sentence is', () => {
    for (const sentence of [
      'a long walk along the river',
      'a quiet boat below the bridge',
      'correct horse battery staple',
    ])
      expect(passwordFault(sentence, ['ada'])).toBeNull();
  });
});

describe('a password', () => {
  const hasher = new PasswordHasher();
  hasher.cost = { memoryCost: 64, timeCost: 1, parallelism: 1 };

  // ASVS 5.0: V6.2.8, V6.2.9
  it('counts to its last letter: nothing after the 64th, or the 72nd byte, is cut', async () => {
    for (const length of [64, 72, 128, 256]) {
      const password = 'ä river runs '.repeat(20).slice(0, length - 1);
      const stored = await hasher.hash(`${password}x`);
      expect([await hasher.matches(`${password}x`, stored), await hasher.matches(`${password}y`, stored)]).toEqual([
        true,
        false,
      ]);
      expect(await hasher.matches(password, stored)).toBe(false);
    }
  });

  it('is the same from every keyboard (NFKC), and another in other letters', async () => {
    const stored = await hasher.hash('cafe\u0301 au lait ﬁn de journée');
    expect(await hasher.matches('café au lait fin de journée', stored)).toBe(true);
    expect(await hasher.matches('cafe au lait fin de journee', stored)).toBe(false);
    expect(await hasher.matches('Café au lait fin de journée', stored)).toBe(false);
  });
});
