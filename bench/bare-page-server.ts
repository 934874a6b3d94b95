import { createServer, type ServerResponse } from 'node:http';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import { connectionOptions } from '../src/platform/postgres/connection-options.js';

/**
 * The least that could serve pages: node:http and pg. Its statements are given at the start; GET /{which}?{value} answers
 * with that one's rows, GET /copy/{which} with what COPY makes of it.
 */
const [url = '', statements = '[]'] = process.argv.slice(2);
const texts = JSON.parse(statements) as string[];
const pool = new pg.Pool({ ...connectionOptions(url), max: 10 });
const server = createServer((request, response) => {
  const [path = '', value = '0'] = (request.url ?? '').split('?', 2);
  const text = texts[Number(path.split('/').at(-1))] ?? '';
  void (path.startsWith('/copy/') ? copy(text, response) : rows(text, value, response)).catch((error: unknown) =>
    response.writeHead(500).end(String(error)),
  );
});

async function rows(text: string, value: string, response: ServerResponse): Promise<void> {
  const { rows } = await pool.query(text, [value]);
  response.setHeader('content-type', 'application/json').end(JSON.stringify(rows));
}

async function copy(query: string, response: ServerResponse): Promise<void> {
  const client = await pool.connect();
  const stream = client.query(to(`COPY (${query}) TO STDOUT WITH (FORMAT csv, HEADER)`));
  response.setHeader('content-type', 'text/csv');
  stream.pipe(response).once('close', () => {
    client.release();
  });
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`bare on ${typeof address === 'object' ? address?.port : ''}.\n`);
});
process.once('SIGINT', () => process.exit(0));
