import { basename } from 'node:path';
import { genericCharter } from '../../../charter/index.js';
import { headerOf } from '../../../platform/bulk/bulk-source.js';
import { CsvFile } from '../../../platform/bulk/csv-file.js';
import { RuleBroken } from '../../../platform/errors/rule-broken.js';
import type { Mapping } from '../../mapping/mapping.js';
import { ColumnProfile } from '../../mapping/propose/column-profile.js';
import { proposeMapping } from '../../mapping/propose/propose-mapping.js';

/** So many rows are looked at. */
const MOST_ROWS = 100_000;

/** Drafts a mapping for a table, in the words of the generic charter. @throws RuleBroken file-unreadable, header-missing (422) */
export async function proposeForFile(path: string): Promise<Mapping> {
  let profiles: ColumnProfile[] | null = null;
  let rows = 0;
  for await (const records of (await CsvFile.open(path)).records()) {
    for (const record of records) {
      if (profiles === null) profiles = headerOf(record).map((column) => new ColumnProfile(column));
      else if (record.fault === null && record.cells.length === profiles.length && rows++ < MOST_ROWS)
        for (const [index, profile] of profiles.entries()) profile.add(record.cells[index] ?? '');
    }
    if (rows >= MOST_ROWS) break;
  }
  const columns = (profiles ?? []).map(({ column }) => column);
  if (columns.length === 0 || columns.includes('') || new Set(columns).size !== columns.length)
    throw new RuleBroken(
      'header-missing',
      `The first line of ${basename(path)} must name each column, each by another name.`,
      422,
    );
  const { people, useOfForce } = genericCharter;
  return proposeMapping(nameOf(path), profiles ?? [], { ...people, forceTypes: useOfForce.forceTypes });
}

function nameOf(path: string): string {
  const [stem = ''] = basename(path).split('.');
  return (
    stem
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'table'
  );
}
