import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCursor, writeCursor } from './list-cursor.js';

describe('where a page ends', () => {
  it('is read back as it was written', () => {
    const time = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.option(time), fc.uuid(), (at, id) => {
        const cursor = { receivedAt: at?.toISOString() ?? null, id };
        expect(readCursor(writeCursor(cursor))).toEqual(cursor);
      }),
    );
  });

  it.each(['', '~', '2026-01-01~', '2026-99-01T00:00:00.000Z~01890000-0000-7000-8000-000000000000', "'; DROP TABLE"])(
    'is not %j',
    (written) => {
      expect(readCursor(written)).toBeNull();
    },
  );
});
