import { dates, groups } from '../../src/transparency/anonymize/index.js';
import { utilityReport, type ReportInput, type UtilityReport } from '../../src/transparency/report/index.js';

const MONTHS = ['2020-01', '2020-07', '2021-02'];
const PLACES = ['north 1', 'north 2', 'south 1', 'unknown'];
const RACES = ['black', 'white', 'hispanic', 'native american'];
const YEARS_ONLY = 3;

/**
 * A release of some 2,000 complaints, the second of its kind: places not shown, all of one race left out, others a
 * little. `leftOut`: about so many units instead; `word`: stands among the findings.
 */
export function sampleReport(word: string, leftOut?: number): UtilityReport {
  const first = utilityReport({ ...sampleInput(word, leftOut), release: { ...RELEASE, version: '1' } });
  const grown = sampleInput(word, leftOut ?? 150);
  return utilityReport({ ...grown, ...(leftOut === undefined ? { previous: first } : {}) });
}

const RELEASE = { dataset: 'd', title: 'Complaints & allegations', version: '2', unitWord: 'complaint' };

function sampleInput(word: string, leftOut = 90): ReportInput {
  const cells = MONTHS.flatMap((_, month) =>
    PLACES.flatMap((__, place) =>
      RACES.flatMap((___, race) => [0, 1, 2].map((finding) => [month, place, race, finding])),
    ),
  );
  const kept = cells.filter(([, , race]) => race !== 3 || leftOut === 0);
  const gone = leftOut === 0 ? [] : cells.filter(([, , race, finding]) => race === 3 || finding === 2);
  const each = Math.ceil(leftOut / Math.max(1, gone.length));
  const some = leftOut < gone.length ? gone.slice(0, leftOut) : gone;
  const rows = [...kept, ...some];
  const column = (at: number): Int32Array => Int32Array.from(rows, (cell) => cell[at]!);
  const flat = (words: readonly string[], map: readonly ReadonlyMap<string, string>[] = []) => groups('g', words, map);
  return {
    release: RELEASE,
    k: 11,
    rows: rows.length,
    copies: Int32Array.from(rows, ([month = 0, place = 0], at) => (at < kept.length ? 100 + 7 * month + place : each)),
    round: Uint8Array.from(rows, (_, at) => (at < kept.length ? 1 : 0)),
    rounds: [[YEARS_ONLY, 2, 0]],
    columns: [
      {
        role: 'quasi-identifier',
        name: 'period',
        title: 'When it happened',
        codes: column(0),
        hierarchy: dates('period', MONTHS, ['quarter', 'half', 'year']),
        levels: ['month', 'quarter', 'half-year', 'year'],
      },
      {
        role: 'quasi-identifier',
        name: 'place',
        title: 'Where it happened',
        codes: column(1),
        hierarchy: flat(PLACES, [new Map(PLACES.map((place) => [place, place.split(' ')[0]!]))]),
        levels: ['beat', 'district'],
      },
      {
        role: 'quasi-identifier',
        name: 'race',
        title: 'Race',
        codes: column(2),
        hierarchy: flat(RACES),
        levels: ['race'],
      },
      {
        role: 'sensitive',
        name: 'finding',
        title: 'Finding',
        codes: column(3),
        words: ['sustained', word, 'unfounded'],
      },
    ],
    models: [{ type: 'distinct-l', attribute: 'finding', l: 2 }],
    search: { optimal: true, gap: 0 },
  };
}
