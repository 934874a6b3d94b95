/** The package brings no types of its own; this is as much of it as we use. */
declare module 'pg-copy-streams' {
  import type { Submittable } from 'pg';
  import type { Readable, Writable } from 'node:stream';

  /** Rows out: `client.query(to('COPY … TO STDOUT'))` reads as a stream of bytes. */
  export function to(statement: string): Readable & Submittable;
  /** Rows in: bytes written to `client.query(from('COPY … FROM STDIN'))`; it has finished when the database has taken them. */
  export function from(statement: string): Writable & Submittable & { readonly rowCount: number };
}
