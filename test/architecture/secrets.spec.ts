import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a secret looks like that was left lying about: by the form that its issuer gives it. */
const FORMS: readonly (readonly [name: string, form: RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*[A-Za-z0-9+/]/],
  ['a key of AWS', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a secret of AWS', /aws_?secret_?access_?key["'\s:=]{1,5}[A-Za-z0-9/+]{40}\b/i],
  ['a token of GitHub', /\bgh[pousr]_[A-Za-z0-9]{36}\b/],
  ['a token of GitLab', /\bglpat-[\w-]{20}\b/],
  ['a token of npm', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a token of Slack', /\bxox[abprs]-[\w-]{10,}/],
  ['a token of Google', /\bAIza[\w-]{35}\b/],
  ['a key of Stripe', /\b[rs]k_live_[A-Za-z0-9]{20,}/],
  ['a signed token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
  ['a token of Vault', /\bhv[sb]\.[\w-]{24,}/],
  ['a key of ours', /\br[ksd]_[0-9a-f]{32}_(?:[0-9a-f]{32}_)?[\w-]{43}\b/],
  [
    'an address with a password',
    /\bpostgres(?:ql)?:\/\/\w+:(?!\$)[^\s:@'"`<>${}]{8,}@(?!localhost|127\.|c\/|database)/,
  ],
];

function secretsIn(text: string): string[] {
  return FORMS.filter(([, form]) => form.test(text)).map(([name]) => name);
}

/** Put together here, so that they stand nowhere. */
const PLANTED = [
  ['-----BEGIN EC ', 'PRIVATE KEY-----\nMHcCAQ'],
  ['AKIA', 'IOSFODNN7EXAMPLE'],
  ['aws_secret_access_key = ', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
  ['ghp', `_${'a1B2'.repeat(9)}`],
  ['glpat', `-${'a1B2c'.repeat(4)}`],
  ['npm', `_${'a1B2'.repeat(9)}`],
  ['xoxb', '-1234567890-abc'],
  ['AIza', 'a1B2c'.repeat(7)],
  ['sk_live', `_${'a1B2'.repeat(6)}`],
  ['eyJ', 'hbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl'],
  ['hvs', `.${'a1B2'.repeat(7)}`],
  ['rk', `_${'0123456789abcdef'.repeat(2)}_${'0123456789abcdef'.repeat(2)}_${'A'.repeat(43)}`],
  ['postgresql:', '//owner:s3cretword@db.example.gov/redress'],
].map((parts) => parts.join(''));

describe('the repository', () => {
  // ASVS 5.0: V13.3.1
  it('holds no secret, in whatever file', () => {
    const files = execFileSync('git', ['ls-files'], { encoding: 'utf8', maxBuffer: 2 ** 24 })
      .trim()
      .split('\n');
    expect(files.length).toBeGreaterThan(1_000);
    const found = files.flatMap((file) => secretsIn(readFileSync(file, 'latin1')).map((name) => `${file}: ${name}`));
    expect(found).toEqual([]);
  });

  it('would be found out if it held one (planted: one of each)', () => {
    expect(PLANTED.map((text) => secretsIn(text).length > 0)).toEqual(FORMS.map(() => true));
  });

  it('brings no more libraries of others than this: each further one is decided on', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };
    expect(Object.keys(dependencies).length).toBeLessThanOrEqual(50);
  });
});
