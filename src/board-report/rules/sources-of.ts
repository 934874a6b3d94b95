import { percent } from './figures.js';
import type { Material, Released } from './material.js';
import type { ReportSource } from './report-content.js';

/** All that the report’s figures come from, each with its version and hash; what gave none is not named. */
export function sourcesOf(material: Material): ReportSource[] {
  const { complaints, force, meetings, denominators, policies, reporting, terms, place } = material;
  const api = `/api/v1/jurisdictions/${place.slug}`;
  const record = (part: Omit<ReportSource, 'kind' | 'notes'>, isUsed: boolean): ReportSource[] =>
    isUsed ? [{ kind: 'record', ...part, notes: [] }] : [];
  return [
    ...[complaints, force].flatMap((each) => (each ? [releaseSource(each)] : [])),
    ...record(
      {
        ...{ id: 'meetings', title: 'Meetings, as the public was told of them', sha256: meetings.sha256 },
        ...{ version: meetings.changedAt?.toISOString() ?? '', address: `${api}/meetings` },
      },
      meetings.rows.length > 0,
    ),
    ...record(
      {
        ...{ id: 'policy-recommendations', title: 'Recommendations on policy', sha256: policies.sha256 },
        ...{ version: policies.changedAt?.toISOString() ?? '', address: null },
      },
      policies.rows.length > 0,
    ),
    ...record(
      {
        ...{ id: 'department-reporting', title: 'Reporting of departments', sha256: reporting.sha256 },
        ...{ version: reporting.sha256.slice(0, 12), address: null },
      },
      reporting.rows.length > 0,
    ),
    ...record(
      {
        ...{ id: 'denominators', title: 'Denominators: officers, people, stops, arrests', sha256: denominators.sha256 },
        ...{ version: denominators.sha256.slice(0, 12), address: `${api}/denominators` },
      },
      denominators.rows.length > 0,
    ),
    ...record(
      {
        ...{ id: 'charter', title: 'Charter: the words for codes, and when the year begins', sha256: terms.sha256 },
        ...{ version: String(terms.version), address: api },
      },
      true,
    ),
  ];
}

function releaseSource({ release }: Released): ReportSource {
  const { dataset, title, version, sha256, address, oneRow, unitWord, k, leftOutShare, caveats } = release;
  const hidden = `No description in it is shared by fewer than ${k} ${unitWord}s; ${percent(leftOutShare)} of all ${unitWord}s were left out whole to keep to that.`;
  return { kind: 'release', id: dataset, title, version, sha256, address, notes: [oneRow, hidden, ...caveats] };
}
