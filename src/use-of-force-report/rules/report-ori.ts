import type { ReportDraft } from './report-draft.js';

/** The ORI that a report names for itself; null when it names none. */
export function toldOri(report: ReportDraft): string | null {
  const told = (report as { agencyOri?: unknown }).agencyOri;
  return typeof told === 'string' ? told : null;
}

/**
 * The ORI that a report is counted under; undefined when the department does not report for the one that it names. Where
 * nobody has noted any ORI of the department, it is counted under none, whatever it says.
 */
export function reportOri(
  report: ReportDraft,
  { own, all }: { own: string | null; all: ReadonlySet<string> },
): string | null | undefined {
  const told = toldOri(report);
  if (told === null || all.size === 0) return own;
  return all.has(told) ? told : undefined;
}
