import { describe, expect, it } from '@jest/globals';
import { cellInWords } from '../rules/figures.js';
import { drawable } from './drawable.js';

describe('what a PDF’s standard fonts can draw', () => {
  it.each([
    ['Señor O’Neill – “5 %”', 'Señor O’Neill – “5 %”'],
    ['Reprimand → none', 'Reprimand > none'],
    ['cafe\u0301', 'café'],
    ['警察 Riverton', '?? Riverton'],
    ['tab\tbell\u0007', 'tab?bell?'],
  ])('%j is drawn as %j', (text, drawn) => {
    expect(drawable(text)).toBe(drawn);
  });
});

describe('a cell in words', () => {
  it.each([
    [1234567, 'count', '1,234,567'],
    [0.0834, 'share', '8.3 %'],
    [1234.5, 'rate', '1,234.50'],
    [400, 'amount', '400'],
    [400.25, 'amount', '400.25'],
    [{ missing: 'suppressed: too few reports' }, 'count', 'suppressed'],
    [{ missing: 'told for 9 of the 12 months' }, 'rate', 'not computed'],
    [undefined, 'count', ''],
  ] as const)('%j as %s reads %j', (cell, unit, words) => {
    expect(cellInWords(cell, { name: 'x', title: 'X', unit })).toBe(words);
  });
});
