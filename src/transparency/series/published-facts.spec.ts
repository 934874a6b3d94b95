import { describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { contentCodes } from './content-codes.js';
import { drawEpochKey, epochPseudonym } from './epoch-pseudonym.js';
import { emptyLedger } from './ledger.js';
import { planRelease } from './plan-release.js';
import { countCells, type PublishedFacts } from './published-facts.js';
import { realigned } from './realigned.js';

const codes = (...values: number[]): Int32Array => Int32Array.from(values);
const lists = ({ lone, loneValues, values, joint }: PublishedFacts) => ({
  ...{ lone: [...lone], loneValues: loneValues.map((table) => [...table]), values, joint },
});

describe('what a release said', () => {
  const units = {
    ...{ count: 6, present: Uint8Array.of(1, 1, 1, 1, 1, 0), classOf: codes(0, 0, 1, 1, 1, 1), classes: 2 },
    ...{
      content: codes(0, 1, 1, 0, 1, 0),
      sensitive: [codes(0, 1, 1, 0, 1, 0), codes(2, 0, 1, 1, 0, 2)],
      values: [2, 3],
    },
  };
  const facts = (subject?: Int32Array): object =>
    lists(
      planRelease(
        { ...units, ...(subject ? { subject } : {}) },
        emptyLedger(2),
        { k: 1, values: [{ l: 1 }, { l: 1 }] },
        { former: [], random: () => 0.5 },
      ).facts,
    );

  it('counts each unit once, where each is a person', () => {
    expect(facts()).toEqual({
      ...{ lone: [2, 3], values: [2, 3], joint: [] },
      loneValues: [
        [1, 1, 1, 2],
        [1, 0, 1, 1, 2, 0],
      ],
    });
  });

  it('keeps together the units of whoever has several', () => {
    expect(facts(codes(0, 1, 2, 3, 3, 4))).toEqual({
      ...{ lone: [2, 1], values: [2, 3], joint: [[1, 0, 1, 1, 1, 0]] },
      loneValues: [
        [1, 1, 0, 1],
        [1, 0, 1, 0, 1, 0],
      ],
    });
  });

  it('is counted by cell, a person once in each, and once for each value there', () => {
    const said: PublishedFacts = {
      ...{ lone: codes(2, 1, 3), loneValues: [codes(1, 1, 0, 1, 3, 0)], values: [2] },
      joint: [
        [0, 1, 2, 0],
        [1, 0, 1, 0],
        [0, 0, 1, 1],
      ],
    };
    const { subjects, values } = countCells(said, codes(0, 1, 0), 2, [3]);
    expect([...subjects]).toEqual([7, 3]);
    expect(values.map((table) => [...table])).toEqual([[6, 2, 0, 1, 2, 0]]);
    expect(countCells(said, codes(0, 1, 0), 2, [])).toEqual({ subjects: codes(7, 3), values: [] });
  });

  it('is read in the order of the attributes that are published now', () => {
    const said: PublishedFacts = {
      ...{ lone: codes(1), loneValues: [codes(1, 0), codes(0, 0, 1)], values: [2, 3] },
      joint: [[7, 1, 2, 8, 0, 1]],
    };
    expect(realigned(said, ['a', 'b'], ['a', 'b'])).toBe(said);
    expect(lists(realigned(said, ['a', 'b'], ['b', 'c', 'a']))).toEqual({
      ...{ lone: [1], loneValues: [[0, 0, 1], [], [1, 0]], values: [3, 0, 2], joint: [[7, 2, 0, 1, 8, 1, 0, 0]] },
    });
    expect(realigned(said, ['ab', 'c'], ['a', 'bc']).values).toEqual([0, 0]);
  });
});

describe('what a unit shows', () => {
  it('has its old code exactly where it shows what it showed', () => {
    expect([...contentCodes(['one', null, 'three'], ['one', 'two', 'four', 'five'])]).toEqual([0, 5, 6, 7]);
  });
});

describe('a pseudonym of an epoch', () => {
  // ASVS 5.0: V11.4.1
  it('is made with the epoch’s key: 64 bits of an HMAC over kind and id', () => {
    const key = Buffer.alloc(32, 7);
    const whole = createHmac('sha256', key).update('unit\0case 1').digest('hex');
    expect(epochPseudonym(key, 'unit', 'case 1')).toBe(whole.slice(0, 16));
    expect(epochPseudonym(key, 'officer', 'case 1')).not.toBe(whole.slice(0, 16));
    expect(drawEpochKey()).toHaveLength(32);
    expect(drawEpochKey().equals(drawEpochKey())).toBe(false);
  });
});
