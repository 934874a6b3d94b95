import { RunSearches } from '../../src/complaint/actions/run-searches.js';
import { type Answer, type SignedIn, TestApp } from '../support/test-app.js';
import { CaseBuilder, created } from './case-builder.js';

export const BASE = '/api/v1/saved-searches';

export interface Alert {
  alertId: string;
  complaintIds: string[];
  cases: number;
}

/** Where searches are saved, looked at and told of, over HTTP; the job by hand. */
export class SearchDesk {
  private named = 0;

  private constructor(
    readonly redress: TestApp,
    readonly cases: CaseBuilder,
  ) {}

  static async open(): Promise<SearchDesk> {
    const redress = await TestApp.start();
    return new SearchDesk(redress, await CaseBuilder.open(redress));
  }

  async ask(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    as = this.cases.supervisor,
    body?: object,
  ): Promise<Answer> {
    return this.redress.request(method, url, { as: as.token, ...(body ? { body } : {}) });
  }

  async save(body: object, as: SignedIn = this.cases.supervisor): Promise<string> {
    const search = { name: `Search ${++this.named}`, filter: {}, ...body };
    return created(await this.ask('POST', BASE, as, search)).searchId;
  }

  async look() {
    return this.redress.app.get(RunSearches).run(this.redress.jurisdiction.id);
  }

  async alerts(as: SignedIn, query = ''): Promise<Alert[]> {
    return (await this.ask('GET', `/api/v1/alerts${query}`, as)).body.items;
  }

  /** The cases of all their alerts. */
  async told(as: SignedIn): Promise<string[]> {
    return (await this.alerts(as)).flatMap(({ complaintIds }) => complaintIds);
  }

  /** As the owner of the database. */
  async sql(text: string, values: unknown[] = []) {
    return this.redress.database.owner.query(text, values);
  }
}
