import { describe, expect, it } from '@jest/globals';
import { epochName, yearOf } from './epoch-name.js';

describe('the name of an epoch', () => {
  it('is the year in which it begins', () => {
    expect(epochName('2026', ['2024', '2025', '2025.2'])).toBe('2026');
  });

  it('counts on where rules that changed ended the one before', () => {
    expect(epochName('2025', ['2024', '2025', '2025.2'])).toBe('2025.3');
    expect(yearOf('2025.3')).toBe('2025');
  });
});
