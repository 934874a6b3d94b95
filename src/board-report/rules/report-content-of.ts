import { allegationsSection } from './allegations-section.js';
import { answersSection } from './answers-section.js';
import { complaintsSection } from './complaints-section.js';
import { disciplineSection } from './discipline-section.js';
import { forceSection } from './force-section.js';
import { nothingReleased } from './lacking.js';
import type { Material } from './material.js';
import { meetingsSection } from './meetings-section.js';
import { policySection } from './policy-section.js';
import { ratesSection } from './rates-section.js';
import { reportingSection } from './reporting-section.js';
import type { ReportContent, ReportSection } from './report-content.js';
import { sourcesOf } from './sources-of.js';

/** The whole report out of what was read. Pure: the same material gives the same report. */
export function reportContentOf(material: Material): ReportContent {
  const { place, period, complaints, force } = material;
  const published = [complaints, force].flatMap((each) => (each ? [each.release.publishedAt.toISOString()] : []));
  return {
    ...{ form: 1, place, period, dataAsOf: published.sort().at(-1) ?? null },
    sections: [
      complaintsSection(material),
      allegationsSection(material),
      timelinessSection(),
      answersSection(material),
      disciplineSection(material),
      forceSection(material),
      meetingsSection(material),
      policySection(material),
      reportingSection(material),
      ratesSection(material),
    ],
    sources: sourcesOf(material),
  };
}

/** Days to close are in no dataset: a day that an acquaintance knows would find the case. */
function timelinessSection(): ReportSection {
  return { id: 'timeliness', title: 'Days to close', lines: [nothingReleased('the days that cases took')], tables: [] };
}
