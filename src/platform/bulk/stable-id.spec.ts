import { expect, it } from '@jest/globals';
import { stableId } from './stable-id.js';

it('gives the same parts the same id, and other parts another', () => {
  expect(stableId('a', 'b')).toBe(stableId('a', 'b'));
  expect(new Set([stableId('a', 'b'), stableId('ab', ''), stableId('', 'ab'), stableId('b', 'a')]).size).toBe(4);
});

it('gives ids of version 8, variant 10', () => {
  for (const part of 'abcdefghijklmnop')
    expect(stableId(part)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
