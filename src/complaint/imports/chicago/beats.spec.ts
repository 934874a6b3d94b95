import { describe, expect, it } from '@jest/globals';
import { beatOf } from './beats.js';

describe('a beat', () => {
  it.each([
    ['0421', '0421', '04'],
    ['832.0', '0832', '08'],
    [' 924', '0924', '09'],
    ['2514.0', '2514', '25'],
    ['3100.0', '3100', null],
    ['4100', '4100', null],
    ['0', null, null],
    ['0.0', null, null],
    ['', null, null],
  ])('written %j is %j in district %j', (cell, beat, district) => {
    expect(beatOf(cell)).toEqual({ beat, district });
  });

  it.each(['-713', '11311', '17 1', 'XX'])('written %j is none at all', (cell) => {
    expect(beatOf(cell)).toBe(false);
  });
});
