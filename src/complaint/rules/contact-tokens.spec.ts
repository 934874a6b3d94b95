import { describe, expect, it } from '@jest/globals';
import { contactTokens } from './contact-tokens.js';

describe('what two who are one person have in common', () => {
  it.each([
    [{ contact: '+1 (312) 555-0142' }, ['phone 3125550142']],
    [{ contact: '312.555.0142, at night 312 555 0142' }, ['phone 3125550142']],
    [{ contact: 'Rosa.Lopez@Example.org or 555-0142' }, ['email rosa.lopez@example.org', 'phone 5550142']],
    [{ contact: '12 Oak Street' }, []],
    [{ name: 'López, Rosa María' }, ['name lopez maria rosa']],
    [{ name: 'Rosa  MARIA Lopez' }, ['name lopez maria rosa']],
    [{ name: 'Rosa' }, []],
    [{}, []],
  ])('%j: %j', (given, expected) => {
    expect(contactTokens(given).map(({ kind, value }) => `${kind} ${value}`)).toEqual(expected);
  });
});
