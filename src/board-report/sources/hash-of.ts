import { createHash } from 'node:crypto';

/** The hash of rows as they were read, so that a report says which they were. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
