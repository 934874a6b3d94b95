import type { ReportContent, ReportEdition, ReportSource, ReportTable } from '../rules/report-content.js';
import { monthsInWords } from '../rules/report-period.js';

export function reportTitle({ period, place }: ReportContent): string {
  return `${period.title}: ${place.name}`;
}

/** `Edition 2. What was corrected: …`; of a preview, that it is one. */
export function editionInWords({ number, correction }: ReportEdition): string {
  if (number === null) return 'Preview: not published.';
  return correction === null ? `Edition ${number}.` : `Edition ${number}. Why there is a new edition: ${correction}`;
}

/** What stands under a table: which dataset, which version, of when. */
export function sourceLine({ sources, covers }: ReportTable, all: readonly ReportSource[]): string {
  const named = sources.flatMap((id) => all.filter((source) => source.id === id));
  const told = named.map(({ title, id, version }) => `${title} (${id}, ${versionInWords(version)})`);
  const when = covers === null ? 'of no certain time' : monthsInWords(covers.from, covers.to);
  return `Source: ${told.join('; ')}. Figures: ${when}.`;
}

const versionInWords = (version: string): string =>
  /^\d+\.\d+\.\d+$/.test(version) ? `release ${version}` : `version ${version}`;
