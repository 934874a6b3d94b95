import { describe, expect, it } from '@jest/globals';
import { OPINION_KINDS, opinionRefused } from './opinion.js';
import type { Position } from './roll.js';

describe('beside a result', () => {
  it.each<[Position | null, string, string]>([
    ['yes', 'carried', 'concurrence'],
    ['no', 'carried', 'dissent minority_report'],
    ['abstain', 'carried', 'minority_report'],
    ['yes', 'failed', 'dissent minority_report'],
    ['no', 'failed', 'concurrence'],
    ['recused', 'carried', ''],
    ['absent', 'carried', ''],
    [null, 'carried', ''],
    ['yes', 'open', ''],
    ['yes', 'void', ''],
  ])('%s on a motion that %s: %s', (position, status, signs) => {
    const kinds = OPINION_KINDS.filter((kind) => opinionRefused(kind, position, status) === null);
    expect(kinds.join(' ')).toBe(signs);
  });
});
