import { describe, expect, it } from '@jest/globals';
import { complainTexts } from './complain.texts.js';
import { faultTexts } from './fault.texts.js';
import { followTexts } from './follow.texts.js';
import { receiptTexts } from './receipt.texts.js';
import { refusalTexts } from './refusal.texts.js';

const all = { complainTexts, receiptTexts, followTexts, faultTexts, refusalTexts };
type Texts = Readonly<Record<'en' | 'es', Readonly<Record<string, string>>>>;

/** Sentences alone: a label of two words has no reading age. */
function sentencesOf(texts: Readonly<Record<string, string>>): string[] {
  return Object.values(texts)
    .flatMap((text) => text.split(/(?<=[.?!:])\s+/))
    .filter((sentence) => sentence.split(/\s+/).length > 3);
}

const wordsOf = (sentences: readonly string[]): string[] => sentences.join(' ').match(/\p{L}[\p{L}’'-]*/gu) ?? [];

/** Flesch–Kincaid: the school grade that an English text asks for. Syllables are counted by their vowels. */
function gradeOf(texts: Readonly<Record<string, string>>): number {
  const sentences = sentencesOf(texts);
  const words = wordsOf(sentences);
  const syllables = words.reduce((sum, word) => {
    const found = word
      .toLowerCase()
      .replace(/(?:[^laeiouy]es|[^td]ed|[^l]e)$/, '')
      .match(/[aeiouy]+/g);
    return sum + Math.max(1, found?.length ?? 0);
  }, 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** Fernández-Huerta: how easily a Spanish text is read; 70 and more is what children of eleven read. */
function easeOf(texts: Readonly<Record<string, string>>): number {
  const sentences = sentencesOf(texts);
  const words = wordsOf(sentences);
  const syllables = words.join(' ').match(/[aeiouáéíóúü]+/gi)?.length ?? 0;
  return 206.84 - 60 * (syllables / words.length) - 1.02 * (words.length / sentences.length);
}

describe.each(Object.entries<Texts>(all))('%s', (_name, { en, es }) => {
  it('is read by who has gone to school for eight years, in English and in Spanish', () => {
    expect(gradeOf(en)).toBeLessThan(8);
    expect(easeOf(es)).toBeGreaterThan(65);
  });

  it('says the same in both languages, and leaves nothing out', () => {
    expect(Object.keys(es)).toEqual(Object.keys(en));
    const places = (text = ''): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [key, text] of Object.entries(es)) expect([key, places(text)]).toEqual([key, places(en[key])]);
  });
});

describe('the measure', () => {
  it('tells officialese from plain words', () => {
    const officialese = {
      en: 'Complainants are requested to furnish documentation substantiating the allegations preferred against identified personnel.',
      es: 'Se requiere a los comparecientes la presentación de documentación acreditativa de las imputaciones formuladas contra los funcionarios identificados.',
    };
    expect(gradeOf({ a: officialese.en })).toBeGreaterThan(14);
    expect(easeOf({ a: officialese.es })).toBeLessThan(50);
  });
});
