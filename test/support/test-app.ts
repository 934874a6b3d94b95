import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/app.setup.js';
import { type CharterDocument, EstablishJurisdiction, genericCharter } from '../../src/charter/index.js';
import { IssueDepartmentKey, RegisterDepartment, RegisterStaff, SignIn } from '../../src/identity/index.js';
import type { Connections } from '../../src/database/database.module.js';
import type { StaffRole } from '../../src/shared/actor.js';
import { Logger } from '../../src/platform/logging/logger.js';
import { PasswordHasher } from '../../src/platform/crypto/index.js';
import { UndescribedKeys } from './api/undescribed-keys.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export const PASSWORD = 'a long walk along the river';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  // Tests read answers as a client would: by name, without our types.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
  text: string;
}

export interface SignedIn {
  staffId: string;
  token: string;
}

/** The whole application over a real database, as a client meets it. */
export class TestApp {
  private people = 0;
  /** Writes of the application that a policy by role refused, by their error: the guard had let them through. */
  private readonly rowsRefused: string[] = [];

  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: TestDatabase,
    readonly jurisdiction: { id: string; slug: string },
  ) {
    this.listenForRefusedRows();
  }

  static async start(
    charter: CharterDocument = genericCharter,
    settings: Pick<Connections, 'evidence' | 'auditLog' | 'publicDoor' | 'keys'> = {},
  ): Promise<TestApp> {
    return TestApp.over(await createTestDatabase(), charter, settings);
  }

  /** The same over a database that is there already. */
  static async over(
    database: TestDatabase,
    charter: CharterDocument = genericCharter,
    settings: Parameters<typeof TestApp.start>[1] = {},
  ): Promise<TestApp> {
    const app = await createApp({ ...database.connections, ...settings });
    app.get(PasswordHasher).cost = { memoryCost: 64, timeCost: 1, parallelism: 1 };
    const slug = 'riverton';
    const { id } = await app
      .get(EstablishJurisdiction)
      .run({ slug, name: 'City of Riverton', timeZone: 'America/Chicago', charter });
    return new TestApp(app, database, { id, slug });
  }

  /** The same place after its application was started anew. */
  servedBy(app: NestFastifyApplication): TestApp {
    return Object.assign(new TestApp(app, this.database, this.jurisdiction), { people: this.people });
  }

  /** Another jurisdiction of the same application: a process can hold no second one, since strategies of signing in are global. */
  async elsewhere(slug: string, charter: CharterDocument): Promise<TestApp> {
    const place = { slug, name: `City of ${slug}`, timeZone: 'America/Chicago', charter };
    const { id } = await this.app.get(EstablishJurisdiction).run(place);
    return new TestApp(this.app, this.database, { id, slug });
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  /** One request. `as` is a session token, a department's key or (with `receipt`) a receipt code. */
  async request(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    options: { as?: string; receipt?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const headers = {
      ...(options.as === undefined ? {} : { authorization: `Bearer ${options.as}` }),
      ...(options.receipt === undefined ? {} : { 'redress-receipt': options.receipt }),
      ...options.headers,
    };
    const payload = options.body as string | object | undefined;
    const response = await this.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
    const json = /\b(?:problem\+)?json\b/.test(String(response.headers['content-type'])) && response.body !== '';
    const answer: Answer = {
      status: response.statusCode,
      headers: response.headers,
      body: json ? JSON.parse(response.body) : undefined,
      text: response.body,
    };
    // Whatever a test asks, the answer holds what the description names and nothing else (security goal S5).
    const undescribed = UndescribedKeys.ofAll().in(method, url, answer);
    if (undescribed.length > 0) throw new Error(`${method} ${url} ${answer.status}: ${undescribed.join(', ')}`);
    const refused = this.rowsRefused.splice(0);
    if (refused.length > 0)
      throw new Error(`${method} ${url}: the guard and the rows do not agree: ${refused.join(', ')}`);
    return answer;
  }

  /** A new staff member with these roles, signed in. */
  async staff(...roles: StaffRole[]): Promise<SignedIn> {
    const signInName = `${roles[0] ?? 'nobody'}${++this.people}`;
    const person = { signInName, displayName: `Person ${this.people}`, password: PASSWORD, roles };
    const { id } = await this.app.get(RegisterStaff).run(this.system, person);
    const credentials = { jurisdiction: this.jurisdiction.slug, signInName, password: PASSWORD };
    const { token } = await this.app.get(SignIn).run(credentials);
    return { staffId: id, token };
  }

  /** A new department with a key of its own. */
  async department(name: string): Promise<{ id: string; key: string }> {
    const { id } = await this.app.get(RegisterDepartment).run(this.system, { name });
    const { key } = await this.app.get(IssueDepartmentKey).run(this.system, id, 'records system');
    return { id, key };
  }

  private listenForRefusedRows(): void {
    const logger = this.app.get(Logger);
    const failure = logger.failure.bind(logger);
    logger.failure = (event, error, fields) => {
      if (event === 'role-refused') this.rowsRefused.push((error as Error).message);
      failure(event, error, fields);
    };
  }

  get system() {
    return { kind: 'system', jurisdictionId: this.jurisdiction.id } as const;
  }
}
