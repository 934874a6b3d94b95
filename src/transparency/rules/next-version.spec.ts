import { describe, expect, it } from '@jest/globals';
import { nextVersion, schemaStep } from './next-version.js';

describe('the version of the next release', () => {
  it.each([
    ['the first', null, 'patch', [], '1.0.0'],
    ['the first after one that failed', null, 'patch', ['1.0.0'], '1.0.1'],
    ['other rows, where nothing is on record', '1.0.4', 'patch', [], '1.0.5'],
    ['other rows', '1.0.0', 'patch', ['1.0.0'], '1.0.1'],
    ['a column more', '1.9.4', 'minor', ['1.9.4', '1.10.0', '1.2.0'], '1.10.1'],
    ['a column more, after the tenth', '1.10.0', 'minor', ['1.9.4', '1.10.0'], '1.11.0'],
    ['a column less', '1.4.0', 'major', ['1.4.0'], '2.0.0'],
    ['a column less, again after a build that failed', '1.4.0', 'major', ['1.4.0', '2.0.0'], '2.0.1'],
  ] as const)('%s', (_, standing, step, taken, next) => {
    expect(nextVersion(standing, step, taken)).toBe(next);
  });
});

describe('what a change of columns is to who reads them', () => {
  const text = (name: string) => ({ name, type: 'text' });
  it.each([
    ['the same', [text('a'), text('b')], 'patch'],
    ['in another order', [text('b'), text('a')], 'patch'],
    ['one more', [text('a'), text('b'), text('c')], 'minor'],
    ['one less', [text('a')], 'major'],
    ['one renamed', [text('a'), text('c')], 'major'],
    ['one of another type', [text('a'), { name: 'b', type: 'boolean' }], 'major'],
  ] as const)('%s', (_, now, step) => {
    expect(schemaStep([text('a'), text('b')], now)).toBe(step);
  });
});
