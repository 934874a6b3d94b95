import { genericCharter } from '../src/charter/index.js';
import { shippedProfiles } from '../src/use-of-force-report/records/shipped-profiles.js';
import type { CompiledProfile } from '../src/use-of-force-report/rules/profile/compile-profile.js';
import type { Fields } from '../src/use-of-force-report/rules/profile/ground.js';
import { readReport } from '../src/use-of-force-report/rules/read-report.js';
import { termsOf } from '../src/use-of-force-report/rules/terms.js';
import { recordWith } from '../test/use-of-force-report/profiles/profile-cases.js';

const FACTS = {
  today: '2026-03-15',
  receivedOn: '2026-03-15',
  sameIncident: [],
  zeroReport: false,
  departmentOri: 'NJ0010100',
};
const DAY = '2026-03-14';
const SIZE = 20_000;
const ROUNDS = 5;

/** Judging records against profiles on one core, in the terms of the contract: at least 50,000 a second against the FBI's. */
export function run([size = String(SIZE)]: string[]): Promise<void> {
  const reports = Array.from({ length: Number(size) }, (_, at) => recordNumber(at));
  const lines = reports.map((report) => JSON.stringify(report));
  const shelf = shippedProfiles();
  const of = (id: string): CompiledProfile => shelf.inForce(id, DAY)!;
  const terms = termsOf(genericCharter, '2026-03-15');
  const ids = ['fbi', 'ohio', 'california', 'new-jersey', 'washington', 'local-all-force'];
  const measure = (what: string, work: (at: number) => void): void => {
    say(`${what}: ${Math.round(best(reports.length, work)).toLocaleString('en')} records a second`);
  };
  say(
    `${reports.length} records, of which ${reports.filter((report) => of('fbi').judge(report, FACTS).status === 'complete').length} are complete for the FBI; best of ${ROUNDS} rounds, by processor time`,
  );
  for (const id of ids) measure(id, (at) => of(id).judge(reports[at]!, FACTS));
  measure('fbi, from the line: parsed, read, judged', (at) => {
    const report = JSON.parse(lines[at]!) as Fields;
    if ('faults' in readReport(report, terms)) throw new Error('The bench has a report that cannot be read.');
    of('fbi').judge(report, FACTS);
  });
  measure('JSON.parse alone', (at) => JSON.parse(lines[at]!) as Fields);
  return Promise.resolve();
}

/** One in four says nothing of something, one in four has something pending, one in four says a word that has no code. */
function recordNumber(at: number): Record<string, unknown> {
  const changes = [
    {},
    { '/ambush': null, '/subjects/0/heightInches': null },
    { '/subjects/0/age': { state: 'pending' }, '/supervisorConsulted': { state: 'unknown_final' } },
    { '/locationType': `place ${at % 97}` },
  ];
  return recordWith({ '/reportNumber': `R-${at}`, '/subjects/0/age': at % 99 }, changes[at % 4]).report;
}

/** Records a second of this process's own processor time: what else the machine does is not counted. */
function best(count: number, work: (at: number) => void): number {
  let fastest = Infinity;
  for (let round = 0; round <= ROUNDS; round++) {
    const begun = process.cpuUsage();
    for (let at = 0; at < count; at++) work(at);
    const { user, system } = process.cpuUsage(begun);
    if (round > 0) fastest = Math.min(fastest, user + system);
  }
  return (count / fastest) * 1_000_000;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
