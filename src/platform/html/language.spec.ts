import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language.js';

describe('languageOf', () => {
  it.each([
    ['es', 'en-US', 'es'],
    ['en', 'es', 'en'],
    [undefined, 'es-MX,es;q=0.9,en;q=0.8', 'es'],
    [undefined, 'fr, en;q=0.5, es;q=0.7', 'es'],
    [undefined, 'es;q=0, en', 'en'],
    ['fr', 'de', 'en'],
    [['es'], undefined, 'en'],
    [undefined, ';;;=q,,', 'en'],
  ])('takes %j with Accept-Language %j to be %s', (chosen, accepted, language) => {
    expect(languageOf(chosen, accepted)).toBe(language);
  });
});
