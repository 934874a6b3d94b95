import { describe, expect, it } from '@jest/globals';
import { ByteQueue } from './byte-queue.js';

describe('a queue of bytes', () => {
  it('gives them in the order in which they came, in whatever pieces', () => {
    const queue = new ByteQueue();
    for (const piece of ['ab', 'cdef', 'g']) queue.add(Buffer.from(piece));
    expect([queue.length, ...[1, 3, 0, 3].map((bytes) => queue.take(bytes).toString()), queue.length]).toEqual([
      ...[7, 'a', 'bcd', '', 'efg', 0],
    ]);
  });

  it('copies nothing that is taken out of one piece, the whole of it neither', () => {
    const [queue, piece] = [new ByteQueue(), Buffer.from('abcd')];
    queue.add(piece);
    const [first, rest] = [queue.take(2), queue.take(2)];
    piece.fill('x');
    expect(`${first.toString()}${rest.toString()}`).toBe('xxxx');
  });

  it('copies what is taken across two', () => {
    const [queue, piece] = [new ByteQueue(), Buffer.from('abcd')];
    queue.add(piece);
    queue.add(Buffer.from('ef'));
    const taken = queue.take(5);
    piece.fill('x');
    expect([taken.toString(), queue.take(1).toString()]).toEqual(['abcde', 'f']);
  });
});
