import { type ReportInput, type UtilityReport, utilityReport, utilityReportHtml } from '../report/index.js';
import type { Choice } from './choose-levels.js';

/**
 * The utility report of a release as the two files that are published with it, for programs and for people.
 * @param previous that of the release before @throws ReportRefused when a published class is smaller than k
 */
export async function reportFiles(
  { figures }: Choice,
  release: ReportInput['release'],
  previous?: UtilityReport,
): Promise<readonly (readonly [name: string, text: string])[]> {
  const report = utilityReport({ ...figures, release, ...(previous === undefined ? {} : { previous }) });
  return [
    ['report.json', `${JSON.stringify(report, null, 2)}\n`],
    ['report.html', await utilityReportHtml(report)],
  ];
}
