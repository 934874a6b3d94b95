import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import pg from 'pg';
import { openDatabases } from '../../src/database/open-databases.js';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import { readSettings } from '../../src/platform/settings.js';
import { PASSWORD } from '../../test/support/test-app.js';
import { MeasuredServer } from '../measured-server.js';
import { temporaryDirectory } from '../temporary-directory.js';
import { establishRiverton } from './establish-riverton.js';

/** Riverton over a database of its own, served by processes of their own: as many, and set up, as a bench wants. */
export class ServedPlace {
  private readonly servers: MeasuredServer[] = [];

  private constructor(
    readonly owner: pg.Client,
    private readonly environment: Record<string, string>,
    private readonly close: () => Promise<void>,
  ) {}

  /** @param roles of sam, who signs in there */
  static async open(roles?: string): Promise<ServedPlace> {
    const dataDirectory = await temporaryDirectory();
    const master = randomBytes(32).toString('base64');
    const settings = readSettings({ DATA_DIRECTORY: dataDirectory, MASTER_KEY: master });
    const databases = await openDatabases(settings, () => undefined);
    const environment = { DATABASE_URL: databases.ownerUrl!, MASTER_KEY: master, DATA_DIRECTORY: dataDirectory };
    const owner = new pg.Client(connectionOptions(databases.ownerUrl!));
    await owner.connect();
    await establishRiverton(environment, PASSWORD, roles);
    return new ServedPlace(owner, environment, async () => {
      await owner.end();
      await databases.stop();
      await rm(dataDirectory, { recursive: true, force: true });
    });
  }

  /** @param settings beside those of the database: environment variables */
  async serve(settings: Record<string, string> = {}): Promise<{ server: MeasuredServer; port: number }> {
    const server = new MeasuredServer({ ...this.environment, PORT: '0', LOG_LEVEL: 'silent', ...settings });
    this.servers.push(server);
    return { server, port: await server.port() };
  }

  async end(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.stop()));
    await this.close();
  }
}
