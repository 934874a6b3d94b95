/** For two cores and a few gigabytes. Durable: fsync and synchronous_commit stay as PostgreSQL has them, on. */
const size = { shared_buffers: '256MB', max_wal_size: '2GB', max_connections: '100', jit: 'off' };

/**
 * No statement, value or row may reach the log: they hold what complainants entrusted to us. Errors of a statement quote
 * values in their message and its detail, so they go to the client only; the log keeps the server's own life.
 */
const discreetLog = {
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

const utc = { timezone: 'UTC', log_timezone: 'UTC' };

/** @returns the server's command line arguments; what is asked for wins, except over where it listens and logs. */
export function serverArguments(socketDirectory: string, asked: Record<string, string>): string[] {
  const fixed = {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: `"${socketDirectory.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    logging_collector: 'off',
    log_destination: 'stderr',
  };
  const settings = { ...size, ...discreetLog, ...utc, ...asked, ...fixed };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
