import { describe, expect, it } from '@jest/globals';
import { nextVersion } from './next-version.js';

describe('the version of the next release', () => {
  it.each([
    ['the first', [], '1.0.0'],
    ['the second', ['1.0.0'], '1.1.0'],
    ['after the tenth, which is later than the second', ['1.9.0', '1.10.0', '1.2.0'], '1.11.0'],
    ['after a change of columns', ['1.4.0', '2.0.0'], '2.1.0'],
    ['after a corrected one', ['1.4.1'], '1.5.0'],
  ])('%s', (_, versions, next) => {
    expect(nextVersion(versions)).toBe(next);
  });
});
