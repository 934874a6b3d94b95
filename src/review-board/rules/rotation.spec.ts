import { describe, expect, it } from '@jest/globals';
import { nextInRotation } from './rotation.js';

const served = (memberId: string, on: string | null) => ({ memberId, lastServedAt: on === null ? null : new Date(on) });

describe('rotation', () => {
  it('takes first who never served, then who served longest ago', () => {
    const candidates = [
      served('ana', '2026-02-01'),
      served('ben', '2026-01-01'),
      served('cleo', null),
      served('dan', '2026-03-01'),
    ];
    expect(nextInRotation(candidates, 3)).toEqual(['cleo', 'ben', 'ana']);
  });

  it('gives the same panel however the members are listed', () => {
    const candidates = [served('cleo', null), served('ana', null), served('ben', null)];
    expect(nextInRotation(candidates, 2)).toEqual(['ana', 'ben']);
    expect(nextInRotation(candidates.toReversed(), 2)).toEqual(['ana', 'ben']);
  });

  it('gives all there are when they are fewer than a panel', () => {
    expect(nextInRotation([served('ana', null)], 3)).toEqual(['ana']);
  });
});
