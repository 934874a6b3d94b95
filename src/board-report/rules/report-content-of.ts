import { allegationsSection } from './allegations-section.js';
import { answersSection } from './answers-section.js';
import { complaintsSection } from './complaints-section.js';
import { disciplineSection } from './discipline-section.js';
import { percent } from './figures.js';
import { forceSection } from './force-section.js';
import { nothingReleased } from './lacking.js';
import type { Material, Released } from './material.js';
import { meetingsSection } from './meetings-section.js';
import { ratesSection } from './rates-section.js';
import type { ReportContent, ReportSection, ReportSource } from './report-content.js';

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
      recommendationsSection(),
      ratesSection(material),
    ],
    sources: sourcesOf(material),
  };
}

/** Days to close are in no dataset: a day that an acquaintance knows would find the case. */
function timelinessSection(): ReportSection {
  return { id: 'timeliness', title: 'Days to close', lines: [nothingReleased('the days that cases took')], tables: [] };
}

function recommendationsSection(): ReportSection {
  const title = 'Recommendations on policy, and the answers';
  return { id: 'recommendations', title, lines: [nothingReleased('recommendations on policy')], tables: [] };
}

function sourcesOf({ complaints, force, meetings, denominators, terms, place }: Material): ReportSource[] {
  const api = `/api/v1/jurisdictions/${place.slug}`;
  const [told, said] = [meetings.rows.length > 0, denominators.rows.length > 0];
  return [
    ...[complaints, force].flatMap((each) => (each ? [releaseSource(each)] : [])),
    ...(told
      ? [
          {
            ...{ id: 'meetings', title: 'Meetings, as the public was told of them', sha256: meetings.sha256 },
            ...{ version: meetings.changedAt?.toISOString() ?? '', address: `${api}/meetings`, notes: [] },
          },
        ]
      : []),
    ...(said
      ? [
          {
            ...{
              id: 'denominators',
              title: 'Denominators: officers, people, stops, arrests',
              sha256: denominators.sha256,
            },
            version: `${denominators.rows.length} statements`,
            ...{ address: `${api}/denominators`, notes: ['Each rate names the statement that it is divided by.'] },
          },
        ]
      : []),
    {
      ...{ id: 'charter', title: 'Charter: the words for codes, and when the year begins', sha256: terms.sha256 },
      ...{ version: String(terms.version), address: api, notes: [] },
    },
  ];
}

function releaseSource({ release }: Released): ReportSource {
  const { dataset, title, version, sha256, address, oneRow, unitWord, k, leftOutShare, caveats } = release;
  const hidden = `No description in it is shared by fewer than ${k} ${unitWord}s; ${percent(leftOutShare)} of all ${unitWord}s were left out whole to keep to that.`;
  return { id: dataset, title, version, sha256, address, notes: [oneRow, hidden, ...caveats] };
}
