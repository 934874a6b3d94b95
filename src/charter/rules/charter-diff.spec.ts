import { describe, expect, it } from '@jest/globals';
import { charterDiff } from './charter-diff.js';

describe('what a version changed', () => {
  it.each<[string, unknown, unknown, object[]]>([
    ['nothing', { a: 1, b: [{ code: 'x', label: 'X' }] }, { b: [{ code: 'x', label: 'X' }], a: 1 }, []],
    ['a value', { a: { b: 1 } }, { a: { b: 2 } }, [{ path: '/a/b', before: 1, after: 2 }]],
    [
      'a term’s label, by its code',
      { f: [{ code: 'x', label: 'X' }] },
      { f: [{ code: 'x', label: 'Y' }] },
      [{ path: '/f/x/label', before: 'X', after: 'Y' }],
    ],
    ['a term more', { f: [] }, { f: [{ code: 'x' }] }, [{ path: '/f/x', after: { code: 'x' } }]],
    ['a term less', { f: [{ code: 'x' }] }, { f: [] }, [{ path: '/f/x', before: { code: 'x' } }]],
    ['a list of plain values, whole', { f: [1, 2] }, { f: [1, 3] }, [{ path: '/f', before: [1, 2], after: [1, 3] }]],
    [
      'a code with a slash',
      { f: [{ code: 'a/b', n: 1 }] },
      { f: [{ code: 'a/b', n: 2 }] },
      [{ path: '/f/a~1b/n', before: 1, after: 2 }],
    ],
    ['null for a number', { n: 5 }, { n: null }, [{ path: '/n', before: 5, after: null }]],
  ])('%s', (_, before, after, changes) => {
    expect(charterDiff(before, after)).toEqual(changes);
  });
});
