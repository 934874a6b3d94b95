import { readRows } from './read-rows.js';
import type { Report } from './violation.js';

/** Unit key → subject, from a CSV file of two columns with a header. */
export async function readSubjects(path: string, report: Report): Promise<ReadonlyMap<string, string>> {
  const subjectOf = new Map<string, string>();
  const { failure } = await readRows(path, ([unit = '', subject = ''], line) => {
    if (line > 1) subjectOf.set(unit, subject);
  });
  if (failure !== null) report('file-unreadable', `the list of subjects: ${failure}`);
  return subjectOf;
}
