import type { Level, Scope } from './profile-document.js';

/** One thing that a programme has to say about a record. */
export interface ProgrammeIssue {
  /** JSON pointer into the record */
  path: string;
  /** stable: profile, element or rule, and what is the matter */
  code: string;
  level: Level;
  /** what it is about, in the programme's words */
  label: string;
  /** how to mend it */
  message: string;
}

const MOST_ISSUES = 100;

/** Collects a programme's issues with one record. Places are put into words only where there is something to say. */
export class IssueList {
  readonly found: ProgrammeIssue[] = [];
  constructor(private readonly profile: string) {}

  add(place: { scope: Scope; index: number; at?: string | undefined }, issue: Omit<ProgrammeIssue, 'path'>): void {
    if (this.found.length >= MOST_ISSUES) return;
    const { scope, index, at } = place;
    const item = scope === 'incident' ? '' : `/${scope}/${index}`;
    const path = at === undefined ? item : at.startsWith('/') ? at : `${item}/${at}`;
    this.found.push({ ...issue, path, code: `${this.profile}.${issue.code}` });
  }
}
