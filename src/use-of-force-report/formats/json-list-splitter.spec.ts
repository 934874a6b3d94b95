import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { JsonListSplitter } from './json-list-splitter.js';
import { LONGEST_RECORD } from './sent-record.js';

function split(text: string | Buffer, sizes: readonly number[]): (string | null)[] {
  const bytes = Buffer.from(text);
  const splitter = new JsonListSplitter();
  const found: (string | null)[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    found.push(...splitter.push(bytes.subarray(at, at + size)).map((each) => each.bytes?.toString() ?? null));
    at += size;
  }
  splitter.end();
  return found;
}

describe('a list of JSON values in pieces', () => {
  it('is taken apart as JSON.parse would, wherever it is cut and however it is written', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { maxLength: 6 }),
        fc.constantFrom(0, 1, '\t'),
        sizes,
        (values, space, cut) => {
          const text = `\ufeff ${JSON.stringify(values, null, space)}\n`;
          expect(split(text, cut).map((each) => JSON.parse(each ?? '') as unknown)).toEqual(
            JSON.parse(JSON.stringify(values)),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('may be one object alone', () => {
    expect(split(' {"a": [1, "}"]} ', [3])).toEqual(['{"a": [1, "}"]}']);
  });

  it('keeps nothing of an element that is too long, and finds its end', () => {
    const long = JSON.stringify('x"y\\'.repeat(LONGEST_RECORD / 4));
    expect(split(`[1,${long},2]`, [65_536])).toEqual(['1', null, '2']);
  });

  it.each(['', '[', '[1', '[1,', '[1,]', '[,1]', '[1 2', '[1]]', '{}{}', '"text"', '[1],'])(
    'is refused as %j',
    (text) => {
      expect(() => split(text, [1])).toThrow(/Nothing of it was taken/);
    },
  );
});
