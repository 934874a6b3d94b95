import parse from 'pg-connection-string';

export interface ConnectionOptions {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  ssl?: boolean | object;
}

/** A postgresql:// URL as the options that every client of ours takes; a host that starts with `/` is a Unix socket. */
export function connectionOptions(url: string): ConnectionOptions {
  const { host, port, user, password, database, ssl } = parse.parse(url);
  return {
    host: host ?? 'localhost',
    port: Number(port ?? 5432),
    user: user ?? '',
    password: password ?? '',
    database: database ?? '',
    ...(typeof ssl === 'boolean' || typeof ssl === 'object' ? { ssl } : {}),
  };
}
