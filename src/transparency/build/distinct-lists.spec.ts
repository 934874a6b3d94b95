import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DistinctLists } from './distinct-lists.js';

describe('distinct lists', () => {
  it('have one id each, dense and in the order in which they came, and are given back', () => {
    const list = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(list, { maxLength: 300 }), (lists) => {
        const distinct = new DistinctLists();
        const known = new Map<string, number>();
        for (const members of lists) {
          const id = known.get(members.join()) ?? known.size;
          known.set(members.join(), id);
          expect(distinct.id(Int32Array.from(members))).toBe(id);
        }
        expect(distinct.count).toBe(known.size);
        for (const [text, id] of known) expect(distinct.of(id).join()).toBe(text);
      }),
    );
  });

  it('are told apart when their table has grown many times', () => {
    const distinct = new DistinctLists();
    const list = Int32Array.of(0, 0);
    const ids = Array.from({ length: 60_000 }, (_, i) => {
      list.set([i % 250, Math.floor(i / 250)]);
      return distinct.id(list);
    });
    expect(new Set(ids).size).toBe(60_000);
    expect([...distinct.of(ids[1_234]!)]).toEqual([1_234 % 250, 4]);
  });
});
