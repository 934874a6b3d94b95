import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCursor, writeCursor } from './list-cursor.js';

const time = fc
  .option(fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }))
  .map((at) => at?.toISOString() ?? '');
const ID = '01890000-0000-7000-8000-000000000000';

describe('where a page ends', () => {
  it('is read back as it was written, in every order', () => {
    fc.assert(
      fc.property(time, fc.uuid(), (at, id) => {
        for (const sort of ['received', 'received_asc'] as const)
          expect(readCursor(writeCursor({ keys: [at], id }), sort)).toEqual({ keys: [at], id });
        const status = { keys: ['before_board', at], id };
        expect(readCursor(writeCursor(status), 'status')).toEqual(status);
        const number = { keys: ['2026-7KQ4-M2XJ-9R'], id };
        expect(readCursor(writeCursor(number), 'number')).toEqual(number);
        const due = { keys: ['2026-02-28'], id };
        expect(readCursor(writeCursor(due), 'due')).toEqual(due);
      }),
    );
  });

  it.each(['', '~', '2026-01-01~', `2026-99-01T00:00:00.000Z~${ID}`, "'; DROP TABLE"])('is not %j', (written) => {
    expect(readCursor(written, 'received')).toBeNull();
  });

  it('is of one order alone', () => {
    const received = writeCursor({ keys: ['2026-01-01T00:00:00.000Z'], id: ID });
    expect(readCursor(received, 'due')).toBeNull();
    expect(readCursor(received, 'status')).toBeNull();
    expect(readCursor(`2026-99-99~${ID}`, 'due')).toBeNull();
  });
});
