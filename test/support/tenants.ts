import { DataSource, type EntityManager } from 'typeorm';
import { genericCharter } from '../../src/charter/index.js';
import { CaseDatabase } from '../../src/platform/postgres/case-database.js';
import type { Scope } from '../../src/platform/postgres/scope.js';
import type { Chance } from './soql/chance.js';
import type { SignedIn, TestApp } from './test-app.js';

interface Tenant {
  mark: string;
  app: TestApp;
  supervisor: SignedIn;
  complaintId: string;
}

export interface TenantTally {
  requests: number;
  /** Answers that held something of another place */
  cross: string[];
  /** Answers that were none: every request is one that its place may make */
  failed: string[];
  /** Rows that the pool showed to a statement that set no place */
  shownToNobody: number;
}

const POOL = 5;

/** Many places of one application, each with a case that bears its mark, all asked at once through a pool of a few connections. */
export class Tenants {
  private constructor(
    private readonly redress: TestApp,
    private readonly places: readonly Tenant[],
  ) {}

  static async open(redress: TestApp, count: number): Promise<Tenants> {
    const { options } = poolOf(redress);
    // How long one waits for one of so few is not what is looked at here.
    Object.assign(options, { max: POOL, connectionTimeoutMillis: 60_000 });
    const places: Tenant[] = [];
    for (let at = 0; at < count; at++) {
      const mark = `Quillford-${String(at).padStart(3, '0')}-`;
      const app = await redress.elsewhere(`place-${at}`, genericCharter);
      const supervisor = await app.staff('supervisor', 'intake');
      const narrative = `${mark} they stopped me at the corner.`;
      const body = { channel: 'phone', narrative, complainant: { name: `${mark} Ames` } };
      const filed = await app.request('POST', '/api/v1/complaints', { as: supervisor.token, body });
      if (filed.status !== 201) throw new Error(filed.text);
      places.push({ mark, app, supervisor, complaintId: filed.body.complaintId });
    }
    return new Tenants(redress, places);
  }

  /** @param atOnce how many requests are under way at any time */
  async ask(requests: number, atOnce: number, chance: Chance): Promise<TenantTally> {
    const tally: TenantTally = { requests: 0, cross: [], failed: [], shownToNobody: 0 };
    const lane = async (): Promise<void> => {
      while (tally.requests < requests) {
        tally.requests++;
        const place = chance.from(this.places);
        await this.one(place, chance, tally);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    return tally;
  }

  private async one(place: Tenant, chance: Chance, tally: TenantTally): Promise<void> {
    const other = chance.from(this.places);
    const [kind] = [chance.from(['list', 'texts', 'foreign', 'unset'])];
    if (kind === 'unset') {
      const rows: { n: string }[] = await this.redress.app
        .get(DataSource)
        .query('SELECT count(*) AS n FROM redress.complaint');
      tally.shownToNobody += Number(rows[0]?.n);
      return;
    }
    const of = kind === 'foreign' ? other : place;
    const url = kind === 'list' ? '/api/v1/complaints' : `/api/v1/complaints/${of.complaintId}/identity`;
    const { status, text } = await this.redress.request('GET', url, { as: place.supervisor.token });
    const foreign = this.places.filter((each) => each !== place && text.includes(each.mark));
    const strange = this.places.filter((each) => each !== place && text.includes(each.complaintId));
    if (foreign.length > 0 || (strange.length > 0 && kind !== 'foreign'))
      tally.cross.push(`${place.mark} was shown ${foreign[0]?.mark ?? strange[0]?.mark ?? ''} by ${kind}`);
    const wanted = kind === 'foreign' && other !== place ? 404 : 200;
    if (status !== wanted) tally.failed.push(`${kind}: ${status} ${text.slice(0, 200)}`);
    if (kind === 'texts' && !text.includes(place.mark)) tally.failed.push(`${kind}: ${text.slice(0, 200)}`);
  }
}

/** TypeORM's own pool: it looks at its size whenever a connection is asked for. */
function poolOf(redress: TestApp): { options: { max: number } } {
  return (redress.app.get(DataSource).driver as unknown as { master: { options: { max: number } } }).master;
}

/** The fault that the campaign must find: the place is the connection's, and not the transaction's alone. */
export function plantSessionSetting(redress: TestApp): () => void {
  const cases = redress.app.get(CaseDatabase);
  const read = cases.read.bind(cases);
  cases.read = async <T>(scope: Scope, work: (manager: EntityManager) => Promise<T>): Promise<T> =>
    read(scope, async (manager) => {
      const done = await work(manager);
      await manager.query(`SELECT set_config('redress.jurisdiction', $1, false)`, [scope.jurisdictionId]);
      return done;
    });
  return () => {
    Reflect.deleteProperty(cases, 'read');
  };
}
