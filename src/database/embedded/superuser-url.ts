/** The socket's directory stands percent-encoded in the host's place, which libpq, pg, TypeORM and `new URL` all take. */
export function superuserUrl(socketDirectory: string, password: string, database: string): string {
  return `postgresql://postgres:${password}@${encodeURIComponent(socketDirectory)}/${encodeURIComponent(database)}`;
}
