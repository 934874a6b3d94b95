import { expect, it } from '@jest/globals';
import { PasswordHasher } from './password.js';

// ASVS 5.0: V11.4.2
it('a password is hashed at the cost that RFC 9106 recommends, unless a test says otherwise', async () => {
  expect(await new PasswordHasher().hash('a long walk')).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
});
