import type { Server } from 'node:http';
import { createApp } from './app.setup.js';
import type { OpenDatabases } from './database/open-databases.js';
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
  const app = await createApp(databases);
  await app.listen(settings.port, settings.host);
  (app.getHttpServer() as Server).maxConnections = 1_000;
  if (alsoWork) await takeJobs(app);
  letYoungSpaceGrow();
  return { address: await app.getUrl(), stop: () => app.close() };
}
