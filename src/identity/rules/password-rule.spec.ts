import { describe, expect, it } from '@jest/globals';
import { passwordRefused } from './password-rule.js';

const words = ['riverton', 'ada', 'grace hopper'];

describe('a new password', () => {
  // ASVS 5.0: V6.2.5
  it.each([
    ['a walk by the ri', null],
    ['a walk by the r', null],
    ['a walk by the ', 'A password needs at least 15 characters; a sentence is good.'],
    ['ünïcödé çöünts!', null],
    ['😀😁😂🤣😃😄😅😆😉😊😋😎😍😘🥰', null],
    ['😀😁😂🤣😃😄😅😆😉😊😋😎😍😘', 'A password needs at least 15 characters; a sentence is good.'],
    ['abcdefghij'.repeat(25) + 'abcdef', null],
    ['abcdefghij'.repeat(25) + 'abcdefg', 'A password may have at most 256 characters.'],
    ['abcdeabcdeabcdeabcde', 'This password repeats too few different characters.'],
    ['ABCDEabcdeABCDEabcde', 'This password repeats too few different characters.'],
    ['abcdefabcdefabcdef', null],
    ['Riverton-Riverton!', 'This password is only "riverton" over again.'],
    ['river ton river ton', 'This password is only "riverton" over again.'],
    ['riverton riverton 1', null],
    ['riverton is a town', null],
    ['adaadaadaadaadaada', 'This password repeats too few different characters.'],
  ])('%j: %j', (password, refusal) => {
    expect(passwordRefused(password, words)).toBe(refusal);
  });

  it.each([
    ['abcdßsabcdßsabcdßs', null],
    ['ada-ada.ada,ada;', null],
    ['rive-rive.rive,rive', 'This password is only "rive" over again.'],
  ])('is compared as it is typed, with words of four letters and more: %j: %j', (password, refusal) => {
    expect(passwordRefused(password, ['ada', 'rive'])).toBe(refusal);
  });

  it('may be a short word of its context many times over, which is no worse than another', () => {
    expect(passwordRefused('xyzabcxyzabcxyzabc', ['xyz'])).toBeNull();
  });
});
