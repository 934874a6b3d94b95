import type { INestApplicationContext } from '@nestjs/common';
import {
  type ReportDraft,
  ReportReader,
  ReviewReport,
  SubmitReports,
  SubmitZeroReport,
} from '../use-of-force-report/index.js';
import { DISTRICTS, GENDERS, RACES } from './cast.js';
import type { Dice } from './dice.js';
import type { Agency } from './found-agency.js';
import type { StoryClock } from './story-clock.js';

const FORCE = {
  restraining_hold: 40,
  take_down: 28,
  strike: 10,
  electronic_control: 8,
  chemical_agent: 6,
  firearm_pointed: 5,
  canine: 1,
} as const;

/** The police department sends its reports in bulk and the agency accepts them; the transit police report that there were none. */
export async function submitForce(
  app: INestApplicationContext,
  { agency, dice, clock }: { agency: Agency; dice: Dice; clock: StoryClock },
  count: number,
): Promise<void> {
  const [police, transit] = agency.departments.map(
    ({ id }) => ({ kind: 'department', jurisdictionId: agency.jurisdictionId, departmentId: id }) as const,
  );
  if (!police || !transit) throw new Error('The cast has two departments.');
  const lines = Array.from({ length: count }, (_, at) => `${JSON.stringify(reportOf(dice, clock.now(), at + 1))}\n`);
  const result = await app
    .get(SubmitReports)
    .run(police, bytesOf(lines), { key: 'demo-bulk-0001', allOrNothing: true });
  if (result.taken !== count)
    throw new Error(`The demo's own reports were refused: ${JSON.stringify(result.results[0])}`);
  await app
    .get(SubmitZeroReport)
    .run(transit, new Date(clock.now().getTime() - 40 * 86_400_000).toISOString().slice(0, 7));
  await acceptAll(app, agency);
}

async function acceptAll(app: INestApplicationContext, agency: Agency): Promise<void> {
  const reviewer = agency.actor('sam');
  let after: string | undefined;
  do {
    const page = await app.get(ReportReader).list(reviewer, { status: 'submitted', after, limit: 100 });
    for (const { id } of page.reports) await app.get(ReviewReport).run(reviewer, id, { decision: 'accept' });
    after = page.next ?? undefined;
  } while (after !== undefined);
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream of bytes is what the action takes
async function* bytesOf(lines: readonly string[]): AsyncGenerator<Buffer> {
  for (const line of lines) yield Buffer.from(line);
}

function reportOf(dice: Dice, now: Date, number: number): ReportDraft {
  const occurredOn = new Date(now.getTime() - (1 + dice.below(100)) * 86_400_000).toISOString().slice(0, 10);
  const resisted = dice.next() < 0.7;
  return {
    reportNumber: `UOF-${String(number).padStart(4, '0')}`,
    incidentNumber: `INC-${String(number).padStart(4, '0')}`,
    occurredOn,
    county: 'River County',
    municipality: `District ${dice.weighted(DISTRICTS)}`,
    subjects: [
      {
        kind: 'person',
        age: 18 + dice.below(40),
        race: dice.weighted(RACES),
        gender: dice.weighted(GENDERS),
        injured: dice.next() < 0.2,
        resistance: resisted ? ['active'] : ['passive'],
        arrested: dice.next() < 0.8,
      },
    ],
    officers: [{ badgeNumber: String(1001 + dice.below(24)), inUniform: true }],
    force: [{ officer: 1, subject: 1, forceType: dice.weighted(FORCE) }],
  };
}
