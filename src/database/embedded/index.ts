/** The zero-setup PostgreSQL: real server binaries from npm, kept in a directory of ours, for when no DATABASE_URL is given. */
export { startEmbeddedServer } from './start-embedded-server.js';
export type { EmbeddedServer, EmbeddedServerOptions } from './start-embedded-server.js';
