import { parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { RecordedUnit, SeriesLayout } from '../test/support/series-files.js';
import type { ReplayRecord } from '../test/support/replay-record.js';

/** Complaints since then have victims and findings both; before, the sources hardly overlap. */
const BEGINS = '2007-01';
/** The last month in which complaints came in at their usual number; the sources thin out after it. */
const LAST = '2016-06';
const MONTHS = 24;

type Line = Readonly<Record<string, string>>;

/** What the replay publishes of them: when, where, gender and age known to others; finding and race sensitive. */
export const chicagoLayout = (k: number): SeriesLayout => ({
  dataset: 'chicago-replay',
  quasi: [
    { name: 'year', pathOf: (year) => [year, span(year, 5), span(year, 10), '*'] },
    { name: 'place', pathOf: (beat) => [beat, beat === 'unknown' ? beat : `district ${beat.slice(0, 2)}`, '*'] },
    { name: 'gender', pathOf: (gender) => [gender, '*'] },
    { name: 'age', pathOf: (age) => [age, band(age, 20), '*'] },
  ],
  sensitive: ['finding', 'race'],
  insensitive: ['category'],
  rules: { k, values: [{ l: 2 }, { l: 1, t: 0.3 }] },
});

/** Complaints with an accusation and a victim whose race is known, one row an accused officer, cut by the month in which they were filed. */
export async function chicagoRecord(directory: string): Promise<ReplayRecord> {
  const [complaints, victims, accused] = await Promise.all(
    ['complaints', 'victims', 'accused'].map((name) => readLines(join(directory, `chicago-${name}.csv.gz`))),
  );
  const victimOf = new Map<string, Line>();
  for (const victim of victims!)
    if ((victimOf.get(victim['cr_id']!)?.['race'] ?? '') === '') victimOf.set(victim['cr_id']!, victim);
  const accusations = Map.groupBy(accused!, (line) => line['cr_id']!);
  const months = monthsUpTo(LAST, MONTHS);
  const filed: RecordedUnit[][] = months.map(() => []);
  for (const complaint of complaints!) {
    const month = complaint['complaint_date']!.slice(0, 7);
    const rows = accusations.get(complaint['cr_id']!);
    const victim = victimOf.get(complaint['cr_id']!);
    if (rows === undefined || month < BEGINS || month > LAST || (victim?.['race'] ?? '') === '') continue;
    filed[Math.max(0, months.indexOf(month))]!.push(unitOf(complaint, victim, rows));
  }
  return { months, filed };
}

function unitOf(complaint: Line, victim: Line | undefined, rows: readonly Line[]): RecordedUnit {
  const day = complaint['incident_date'] === '' ? complaint['complaint_date']! : complaint['incident_date']!;
  const beat = complaint['beat']!.replace(/\.0$/, '');
  const born = Number(victim?.['birth_year'] ?? '');
  const age = Number(day.slice(0, 4)) - born;
  const quasi = [
    day.slice(0, 4),
    /^\d{3,4}$/.test(beat) ? beat.padStart(4, '0') : 'unknown',
    known(victim?.['gender']),
    born > 0 && age >= 0 && age < 110 ? band(`${age}`, 10) : 'unknown',
  ];
  const id = complaint['cr_id']!;
  return {
    id,
    subject: id,
    rows: rows.map((row) => ({
      quasi,
      cells: [known(row['final_finding']), known(victim?.['race']), known(row['complaint_code']?.slice(0, 2))],
    })),
  };
}

const known = (word: string | undefined): string => (word === undefined || word === '' ? 'unknown' : word);

function band(word: string, width: number): string {
  const first = Number.parseInt(word, 10);
  if (Number.isNaN(first)) return word;
  const from = Math.min(80, first - (first % width));
  return `${from}-${from + width - 1}`;
}

function span(year: string, years: number): string {
  const from = Number(year) - (Number(year) % years);
  return `${from}-${from + years - 1}`;
}

function monthsUpTo(last: string, count: number): string[] {
  const [year, month] = last.split('-').map(Number);
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year!, month! - count + back, 1)).toISOString().slice(0, 7),
  );
}

async function readLines(path: string): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of createReadStream(path)
    .pipe(createGunzip())
    .pipe(parse({ columns: true })))
    lines.push(line as Line);
  return lines;
}
