import { type CharterDocument, genericCharter } from '../../src/charter/index.js';
import { CountDepartmentReporting } from '../../src/department-reporting/index.js';
import { Clock } from '../../src/platform/clock.js';
import type { ReportDraft } from '../../src/use-of-force-report/index.js';
import { type Answer, TestApp } from '../support/test-app.js';
import { BulkDesk } from '../use-of-force-report/bulk-desk.js';
import { linesOf, sampleReport } from '../use-of-force-report/sample-report.js';

export interface Told {
  department: string;
  period: string;
  reports: number | null;
  late: number | null;
  [name: string]: unknown;
}

/** With the least k that a charter may set. */
export const leastK: CharterDocument = { ...genericCharter, publication: { ...genericCharter.publication, k: 5 } };

/** A place whose departments report month by month, and what the public is told of that. */
export class ReportingDesk {
  private numbers = 0;

  private constructor(
    readonly redress: TestApp,
    private readonly bulk: BulkDesk,
  ) {}

  static async open(): Promise<ReportingDesk> {
    const redress = await TestApp.start(leastK);
    return new ReportingDesk(redress, new BulkDesk(redress));
  }

  on(day: string): void {
    this.redress.app.get(Clock).now = () => new Date(`${day}T15:00:00Z`);
  }

  /** A department that is asked for reports from October 2025 on. */
  async department(name: string): Promise<{ id: string; key: string }> {
    const department = await this.redress.department(name);
    await this.redress.database.owner.query(`UPDATE redress.department SET created_at = '2025-10-01' WHERE id = $1`, [
      department.id,
    ]);
    return department;
  }

  /** So many reports of a month, on its days from the first on. */
  async report(as: string, month: string, count: number, over: Partial<ReportDraft> = {}): Promise<void> {
    const reports = Array.from({ length: count }, (_, at) => {
      const occurredOn = `${month}-${String(at + 1).padStart(2, '0')}`;
      return sampleReport(`N-${++this.numbers}`, { occurredOn, ...over });
    });
    const { body } = await this.bulk.send(as, 'lines', linesOf(reports));
    if (body.taken !== count) throw new Error(`Reports were refused: ${JSON.stringify(body.results)}`);
  }

  /** A city that reports much, a hill town with two small months, and a lake that says twice that there was nothing. */
  async cast(): Promise<Record<'city' | 'hill' | 'lake', { id: string; key: string }>> {
    const city = await this.department('Riverton PD');
    const hill = await this.department('Hilltop PD');
    const lake = await this.department('=Lake & Sons <PD>');
    this.on('2025-11-02');
    await this.report(city.key, '2025-10', 8);
    await this.report(hill.key, '2025-10', 3);
    this.on('2026-03-15');
    await this.report(city.key, '2025-10', 6, { ambush: { state: 'pending' }, weather: { state: 'unknown_final' } });
    await this.report(city.key, '2025-11', 6);
    await this.report(city.key, '2025-12', 3);
    await this.report(city.key, '2026-01', 7);
    await this.report(city.key, '2026-03', 9);
    await this.report(hill.key, '2025-11', 4);
    await this.report(hill.key, '2025-12', 9);
    for (const month of ['2025-10', '2025-11'])
      await this.redress.request('PUT', `/api/v1/use-of-force-reports/zero/${month}`, { as: lake.key });
    return { city, hill, lake };
  }

  count(): Promise<{ rows: number; replaced: boolean }> {
    return this.redress.app.get(CountDepartmentReporting).run(this.redress.jurisdiction.id);
  }

  ask(query = '', form = ''): Promise<Answer> {
    return this.redress.request('GET', `/api/v1/jurisdictions/riverton/department-reporting${form}${query}`);
  }

  async told(department: string, query = ''): Promise<Told[]> {
    return (await this.ask(`?department=${encodeURIComponent(department)}${query}`)).body.items;
  }

  async reportsTold(department: string): Promise<(string | number | null)[][]> {
    return (await this.told(department)).map(({ period, reports }) => [period, reports]);
  }
}
