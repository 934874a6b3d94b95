/** Codes of the older files and words of the newer ones, which come in two cases: compared without case and spacing. */
const FINDINGS: Readonly<Record<string, string>> = {
  su: 'sustained',
  sustained: 'sustained',
  ns: 'not_sustained',
  'not sustained': 'not_sustained',
  ex: 'exonerated',
  exonerated: 'exonerated',
  un: 'unfounded',
  unfounded: 'unfounded',
  naf: 'no_affidavit',
  'no affidavit': 'no_affidavit',
  nc: 'no_cooperation',
  dis: 'dis',
  expunged: 'expunged',
  'administratively closed': 'administratively_closed',
  'administratively terminated': 'administratively_closed',
  'additional investigation requested': 'more_investigation',
  'within policy officer involved shooting': 'within_policy',
};

/** The charter's code; null when nothing was found, false when the words are unknown to us. */
export function findingOf(cell: string): string | null | false {
  const told = cell.trim().toLowerCase().replace(/\s+/g, ' ');
  return told === '' ? null : (FINDINGS[told] ?? false);
}
