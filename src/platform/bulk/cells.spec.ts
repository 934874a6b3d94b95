import { describe, expect, it } from '@jest/globals';
import { dayIn, textIn, wholeNumberIn } from './cells.js';

describe('a cell', () => {
  it.each([
    ['2016-02-29', '2016-02-29'],
    [' 1919-05-25 ', '1919-05-25'],
    ['', null],
    ['2015-02-29', false],
    ['2015-13-01', false],
    ['0000-01-01', false],
    ['5/21/2007', false],
    ['2015-01-01T00:00', false],
  ])('%j holds the day %j', (cell, day) => {
    expect(dayIn(cell)).toBe(day);
  });

  it.each([
    ['1993', 1993],
    ['1993.0', 1993],
    ['-713', -713],
    ['1993.5', null],
    ['9e+05', null],
    ['17 1', null],
    ['', null],
  ])('%j holds the whole number %j', (cell, number) => {
    expect(wholeNumberIn(cell)).toBe(number);
  });

  it('that holds blanks alone holds no text', () => {
    expect([textIn(' \t'), textIn(' a b ')]).toEqual([null, 'a b']);
  });
});
