import type { InsertResult } from 'typeorm';

/** False when `ON CONFLICT DO NOTHING` did nothing: a row that stands in the way was there already. */
export function wasInserted(result: InsertResult): boolean {
  return (result.raw as unknown[]).length === 1;
}
