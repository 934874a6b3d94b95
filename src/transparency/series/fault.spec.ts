import { describe, expect, it } from '@jest/globals';
import { type Cell, type Fault, faultBetween } from './fault.js';

const K = 3;
const cell = (subjects: number, ...values: number[][]): Cell => ({
  subjects,
  values: values.map((counts) => Int32Array.from(counts)),
});
const surplus = (fewer: number, attribute = 0): Fault => ({ fewer, attribute, side: 'surplus' });
const deficit = (fewer: number, attribute = 0): Fault => ({ fewer, attribute, side: 'deficit' });

describe('between two releases that cannot be joined', () => {
  it.each<[string, Cell, Cell, Fault | null]>([
    ['nothing has changed', cell(5, [3, 2]), cell(5, [3, 2]), null],
    ['one more is seen', cell(6, [4, 2]), cell(5, [3, 2]), surplus(1)],
    ['one more of each of two values are two', cell(7, [4, 3]), cell(5, [3, 2]), surplus(2)],
    ['k more are not told apart', cell(8, [6, 2]), cell(5, [3, 2]), null],
    ['k more of two values are k', cell(8, [5, 3]), cell(5, [3, 2]), null],
    ['one fewer wants two more to go', cell(4, [2, 2]), cell(5, [3, 2]), deficit(2)],
    ['k fewer are not told apart', cell(2, [0, 2]), cell(5, [3, 2]), null],
    ['k of one value for k of another', cell(6, [0, 6]), cell(6, [3, 3]), null],
    ['k more, but one fewer of another value', cell(8, [6, 2]), cell(6, [3, 3]), deficit(2)],
    ['two more, and k fewer of another value', cell(5, [5, 0]), cell(6, [3, 3]), surplus(2)],
    ['one more of the second attribute', cell(6, [3, 3], [4, 2]), cell(6, [3, 3], [3, 2]), surplus(1, 1)],
    ['one fewer of the second attribute', cell(6, [3, 3], [2, 2]), cell(6, [3, 3], [3, 2]), deficit(2, 1)],
    ['people alone: the same', cell(5), cell(5), null],
    ['people alone: one more', cell(6), cell(5), surplus(1)],
    ['people alone: two more', cell(7), cell(5), surplus(2)],
    ['people alone: k more', cell(8), cell(5), null],
    ['people alone: one fewer', cell(4), cell(5), deficit(2)],
    ['people alone: two fewer', cell(3), cell(5), deficit(1)],
    ['people alone: k fewer', cell(2), cell(5), null],
  ])('%s', (_, now, then, fault) => {
    expect(faultBetween(now, then, K)).toEqual(fault);
  });
});
