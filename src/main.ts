import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { createApp } from './app.setup.js';
import type { OpenDatabases } from './database/open-databases.js';
import { PublicAddress } from './platform/public-address.js';
import type { Settings } from './platform/settings.js';
import { keepYoungSpace, letYoungSpaceGrow } from './platform/young-space.js';
import { takeJobs } from './worker.js';

export interface RunningServer {
  address: string;
  stop(): Promise<void>;
}

/** The only place that listens. Stops in order: no new requests, those under way are answered, then the database. */
export async function serve(
  databases: OpenDatabases,
  settings: Pick<Settings, 'host' | 'port'>,
  alsoWork: boolean,
): Promise<RunningServer> {
  keepYoungSpace();
  const app = await createApp(databases, { holdsRefusals: true });
  await app.listen(settings.port, settings.host);
  const server: Server = app.getHttpServer();
  server.maxConnections = 1_000;
  app.get(PublicAddress).listensOn((server.address() as AddressInfo).port);
  if (alsoWork) await takeJobs(app);
  letYoungSpaceGrow();
  return { address: await app.getUrl(), stop: () => app.close() };
}
