import { describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../charter/index.js';
import { contradictsConcurrence, disciplineRefused } from './discipline.js';

describe('discipline', () => {
  it.each([
    ['five days of suspension', 'suspension', 5, null],
    ['a suspension of nobody knows how long', 'suspension', null, 'days-missing'],
    ['a reprimand', 'reprimand', null, null],
    ['a reprimand of five days', 'reprimand', 5, 'days-not-taken'],
    ['a flogging', 'flogging', null, 'unknown-discipline'],
  ])('%s', (_what, kind, days, code) => {
    expect(disciplineRefused({ kind, days }, genericCharter)?.code ?? null).toBe(code);
  });

  it.each([
    ['the same days', 'suspension', 5, false],
    ['fewer days', 'suspension', 3, true],
    ['something else', 'reprimand', null, true],
  ])('concurring with five days of suspension by imposing %s', (_what, kind, days, contradicts) => {
    expect(contradictsConcurrence({ kind: 'suspension', days: 5 }, { kind, days })).toBe(contradicts);
  });
});
