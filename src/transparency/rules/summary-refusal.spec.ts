import { describe, expect, it } from '@jest/globals';
import { hitsUndecided, lookedAtAnother } from './summary-refusal.js';

const now = { textSha256: 'text', reviewSha256: 'hits' };

describe('a summary that was looked at', () => {
  it.each([
    [{ textSha256: 'text', reviewSha256: 'hits' }, null],
    [{ textSha256: 'text' }, null],
    [{ textSha256: 'other' }, 'text-changed'],
    [{ textSha256: 'other', reviewSha256: 'hits' }, 'text-changed'],
    [{ textSha256: 'text', reviewSha256: 'other' }, 'hits-changed'],
  ])('%j: %j', (seen, code) => {
    expect(lookedAtAnother(seen, now)?.code ?? null).toBe(code);
  });

  it('says what to do', () => {
    expect(lookedAtAnother({ textSha256: 'other' }, now)?.message).toBe(
      'The summary has another text by now: read it again.',
    );
    expect(lookedAtAnother({ textSha256: 'text', reviewSha256: 'other' }, now)?.message).toBe(
      'Other hits are found by now, or more was decided: look at each hit again.',
    );
  });
});

describe('hits', () => {
  it.each([
    [0, null],
    [1, 'One hit is undecided: take each out of the text, or say why it stays.'],
    [2, '2 hits are undecided: take each out of the text, or say why it stays.'],
  ])('%d of them undecided: %j', (count, message) => {
    expect(hitsUndecided(count)).toEqual(message === null ? null : { code: 'hits-unresolved', message });
  });
});
