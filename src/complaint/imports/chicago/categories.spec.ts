import { describe, expect, it } from '@jest/globals';
import { chicagoCharter } from '../../../charter/index.js';
import { categoryOf } from './categories.js';

const known = new Set(chicagoCharter.allegations.map(({ code }) => code));

describe('a complaint code', () => {
  it.each([
    ['05A', 'EXCESSIVE FORCE:  ARRESTEE - DURING ARREST', '05A'],
    ['05A', 'ARRESTEE - DURING ARREST', '05A'],
    ['05A', 'EXCESSIVE FORCE / ON DUTY - INJURY', '05A/2'],
    ['05Q', 'CIVIL SUIT - THIRD PARTY', '05Q'],
    ['05Q', 'UNNECESSARY DISPLAY OF WEAPON / OFF DUTY', '05Q/2'],
    [' s001 ', 'CLOSED HAND STRIKE (PUNCH)', 'S001'],
    ['', '', 'not_stated'],
    ['99X', 'SOMETHING NEW', 'other'],
  ])('%j, worded %j, is category %j', (code, wording, category) => {
    expect(categoryOf(code, wording, known)).toBe(category);
  });
});
