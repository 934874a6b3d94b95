import { describe, expect, it } from '@jest/globals';
import { dayInWords } from './day-in-words.js';
import { fillLetter } from './fill-letter.js';
import { LETTER_MOVES, LETTER_STATUSES } from './letter-status.js';
import { unprintable } from './printable.js';

describe('a letter', () => {
  const text = { subject: 'Your complaint {{caseNumber}}', body: 'Dear {{name}},\n{{caseNumber}} is here.' };

  it('is filled everywhere', () => {
    expect(fillLetter(text, { caseNumber: 'R-1', name: 'José' })).toEqual({
      subject: 'Your complaint R-1',
      body: 'Dear José,\nR-1 is here.',
    });
  });

  it('names what nothing is known for, a blank included', () => {
    expect(fillLetter(text, { name: ' ' })).toEqual({ missing: ['caseNumber', 'name'] });
  });

  it('takes braces in a value for what they are', () => {
    expect(fillLetter(text, { caseNumber: '{{name}}', name: '{{agency}}' })).toMatchObject({
      subject: 'Your complaint {{name}}',
      body: 'Dear {{agency}},\n{{name}} is here.',
    });
  });

  it.each([
    ['en', 'March 4, 2026'],
    ['es', '4 de marzo de 2026'],
    ['klingon!', '2026-03-04'],
  ])('says days in its language: %s', (language, words) => {
    expect(dayInWords('2026-03-04', language)).toContain(words.replace('2026-03-04', '2026'));
  });

  it('can be printed in Latin letters with accents, and says what cannot', () => {
    expect(unprintable('¿Señora Núñez? – “sí”, 5 €\n')).toEqual([]);
    expect(unprintable('Nguyễn Łukasz 李')).toEqual(['ễ', 'Ł', '李']);
  });

  it('comes to every status, and from each to an end', () => {
    const reached = new Set(['written', ...LETTER_STATUSES.flatMap((status) => LETTER_MOVES[status])]);
    expect([...reached].sort()).toEqual([...LETTER_STATUSES].sort());
  });
});
