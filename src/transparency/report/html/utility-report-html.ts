import { createHash } from 'node:crypto';
import { Html, html } from '../../../platform/html/html.js';
import type { UtilityReport } from '../report-figures.js';
import { about } from '../report-texts.js';
import { changeSection } from './change-section.js';
import { classSection } from './class-section.js';
import { lossSection } from './loss-section.js';
import { marginSection } from './margin-section.js';
import { reportStyle } from './report-style.js';
import { publishedSection, summarySection } from './summary-section.js';
import { suppressionSection } from './suppression-section.js';
import { methodSection, useSection } from './use-section.js';

/** What the page needs and nothing more: its own style, known by hash. Send it as the header, too, where it is served. */
export const REPORT_CONTENT_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(reportStyle).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** The report as one page: no script, nothing fetched, pictures inside. */
export async function utilityReportHtml(report: UtilityReport): Promise<string> {
  const sections = [
    summarySection(report),
    publishedSection(report),
    await suppressionSection(report),
    await lossSection(report),
    await marginSection(report),
    await classSection(report),
    changeSection(report),
    useSection(report),
    methodSection(report),
  ];
  const title = `${report.title}, release ${report.version}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${REPORT_CONTENT_POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}: utility report</title>
        <style>${new Html(reportStyle)}</style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${about.lead}</p>
          ${sections}
        </main>
      </body>
    </html> `.text;
}
