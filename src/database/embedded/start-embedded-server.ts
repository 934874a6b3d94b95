import { rmdir } from 'node:fs/promises';
import { bringUp } from './bring-up.js';
import { createCluster } from './create-cluster.js';
import { findInstallation } from './find-installation.js';
import { findPlace } from './find-place.js';
import { namesThisProcess, removeStarter } from './starter.js';
import { stopPostmaster } from './stop-postmaster.js';
import { superuserPassword } from './superuser-password.js';
import { superuserUrl } from './superuser-url.js';

export interface EmbeddedServer {
  /** postgresql:// URL of the superuser for a database, over the Unix socket. */
  url(database: string): string;
  /** PostgreSQL's own data directory. */
  readonly dataDirectory: string;
  /** What the server says; never statement text (see server-settings.ts). */
  readonly logFile: string;
  /**
   * Fast shutdown, waiting for its end; may be called again. A server that another living process started is left
   * running. Nothing else stops the server, so call this after the last connection's work is done.
   */
  stop(): Promise<void>;
}

export interface EmbeddedServerOptions {
  /** Where everything is kept. As root it may become a symbolic link to a place that PostgreSQL can reach. */
  directory: string;
  /** PostgreSQL settings by name, over the defaults. A server that is already running keeps those it was started with. */
  settings?: Record<string, string>;
  /** Share a server that already runs on this directory (default). Otherwise a forgotten one is replaced, a used one refused. */
  adopt?: boolean;
  /** Receives one line of progress at a time. */
  report?: (line: string) => void;
}

/** @throws Error that says what to do when there are no binaries for this platform, or with the server's log when it fails. */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { directory, settings = {}, adopt = true, report = () => undefined } = options;
  const place = await findPlace(directory, report);
  const installation = await findInstallation(place.account, report);
  const password = await superuserPassword(place);
  await createCluster(place, installation, { durable: settings.fsync !== 'off', report });
  const { socketDirectory, owned } = await bringUp({ place, installation, password, settings, adopt, report });

  async function shutDown() {
    if (!owned || !(await namesThisProcess(place.starterFile))) return;
    await stopPostmaster(place.dataDirectory);
    await removeStarter(place.starterFile);
    await rmdir(socketDirectory).catch(() => undefined);
  }
  let stopping: Promise<void> | undefined;
  return {
    url: (database) => superuserUrl(socketDirectory, password, database),
    dataDirectory: place.dataDirectory,
    logFile: place.logFile,
    stop: () => (stopping ??= shutDown()),
  };
}
