import { stableId } from '../../../platform/bulk/stable-id.js';

/** Both are in the files: what a row is about, and its key there. The id follows from them, in each jurisdiction another. */
export type Kind = 'complaint' | 'officer' | 'accusation' | 'victim';

export function chicagoId(jurisdictionId: string, kind: Kind, key: string): string {
  return stableId(jurisdictionId, 'chicago', kind, key);
}

export const REASONS: Readonly<Record<string, string>> = {
  'missing-key': 'The column that says which row this is, or whom it is about, is empty: fill it in.',
  'not-a-date':
    'The column holds no day of the calendar: write it as YYYY-MM-DD, or leave it empty if it is not known.',
  'unknown-complaint': 'No complaint with this cr_id has been imported: import it first, or correct the cr_id.',
  'unknown-officer':
    'No officer with this officer_id has been imported: import the officer first, or correct the officer_id.',
  'changed-since-import': 'The row was imported before with other words in these columns: correct the case itself.',
};
