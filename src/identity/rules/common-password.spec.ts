import { describe, expect, it } from '@jest/globals';
import { isCommonPassword } from './common-password.js';

const known = new Set([
  'password',
  'sunshine',
  'princess',
  'qwertyuiop',
  'abcdef',
  'iloveyou',
  'a very long known one',
  'sailboat',
  'precious',
  'dog',
  'xy',
]);

describe('a password that many people have', () => {
  it.each([
    'a very long known one',
    'PASSWORD1234567!',
    '!!!2024password!!!',
    'P@ssw0rd!!!!!!!!',
    'SunshinePrincess',
    'sunshine-princess-2026',
    'abcdefabcdefabcdef',
    'ｐａｓｓｗｏｒｄ12345678',
    'i love you i love you',
    'Qwertyuiop12345',
    's@ilboat',
    's4ilboat',
    'sa1lboat',
    'sa!lboat',
    'sailb0at',
    '$ailboat',
    '5ailboat',
    'pr3cious',
    'sunshinedog',
    'dogsunshine',
    'dogdogdog',
  ])('is found out: %j', (password) => {
    expect(isCommonPassword(password, known)).toBe(true);
  });

  it.each([
    'a walk by the river',
    'sunshine for my princess',
    'password on the wall',
    '123456789012345',
    'passwor1234567',
    'sunshinexy',
    'xysunshine',
    'xyxyxyxy',
    'dogdogdo',
  ])('is not: %j', (password) => {
    expect(isCommonPassword(password, known)).toBe(false);
  });
});
