import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { isCommonPassword } from '../rules/common-password.js';
import { passwordRefused } from '../rules/password-rule.js';

/**
 * 49,000 passwords that leaked most often, in small letters, sorted: the list of zxcvbn (Dan Wheeler and Dropbox, MIT licence) as
 * the npm package @zxcvbn-ts/language-common 4.1.3 brings it.
 */
const LIST = new URL('./common-passwords.txt.gz', import.meta.url);
let known: ReadonlySet<string> | undefined;

/** Read when somebody first chooses a password: most processes never need it. */
export function commonPasswords(): ReadonlySet<string> {
  known ??= new Set(gunzipSync(readFileSync(LIST)).toString('utf8').split('\n').slice(0, -1));
  return known;
}

/** Why somebody may not take this password, or null. @param names what the person is called, which is guessed first */
export function passwordFault(password: string, names: readonly string[]): string | null {
  const refused = passwordRefused(password, [...names, 'password', 'redress']);
  if (refused !== null) return refused;
  if (!isCommonPassword(password, commonPasswords())) return null;
  return 'This password, or what it is made of, is among those that are tried first: choose words that nobody expects together.';
}
