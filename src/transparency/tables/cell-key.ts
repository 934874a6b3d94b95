import type { Layout } from './margins.js';

/** By what a cell is recognised in another table: its words in all dimensions but where it is the total. */
export function cellKey({ dims, hierarchies }: Layout, cell: Readonly<Record<string, unknown>>): string {
  if (typeof cell['key'] === 'string') return cell['key'];
  const words = dims.flatMap((dimension) => {
    const word = String(cell[dimension]);
    return word === (hierarchies?.[dimension]?.[0]?.name ?? 'Total') ? [] : [[dimension, word]];
  });
  return JSON.stringify(words.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)));
}
