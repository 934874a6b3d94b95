import { createHash } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 8;

/** The eight characters by which clients of SODA know a dataset, `abcd-1234`: the same for the same names, always. */
export function datasetId(jurisdiction: string, dataset: string): string {
  const hash = createHash('sha256').update(`${jurisdiction}/${dataset}`).digest();
  const letters = Array.from({ length: LENGTH }, (_, at) => LETTERS[hash.readUInt16BE(at * 2) % LETTERS.length]).join(
    '',
  );
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
