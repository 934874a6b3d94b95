import type { INestApplicationContext } from '@nestjs/common';
import { TellDenominator } from '../denominator/index.js';
import type { Agency } from './found-agency.js';

const CENSUS = 'Office of statistics of Riverton, yearly estimate';
const ROSTER = 'Roster of the department, last day of the month';
/** What the demo's people would be in a city of their number. */
const PEOPLE = { black: 41_000, hispanic: 38_000, white: 61_000, asian: 9_000, two_or_more: 3_000 };

/** Of the month before: what the released counts are divided by, and who counted it. */
export async function tellDenominators(app: INestApplicationContext, agency: Agency, now: Date): Promise<void> {
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
  const [police] = agency.departments;
  const everybody = Object.values(PEOPLE).reduce((sum, count) => sum + count, 0);
  const place = { departmentId: null, month, source: CENSUS, sourceUrl: null } as const;
  const tell = (statement: Parameters<TellDenominator['run']>[1]) =>
    app.get(TellDenominator).run(agency.actor('dana'), statement);
  await tell({ ...place, kind: 'population', grouping: 'all', counts: { all: everybody } });
  await tell({ ...place, kind: 'population', grouping: 'race', counts: PEOPLE });
  const of = { ...place, departmentId: police?.id ?? null, source: ROSTER };
  await tell({ ...of, kind: 'workforce', grouping: 'all', counts: { all: 312 } });
  await tell({ ...of, kind: 'stops', grouping: 'all', counts: { all: 4_870 } });
  await tell({ ...of, kind: 'arrests', grouping: 'all', counts: { all: 1_140 } });
}
