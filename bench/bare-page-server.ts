import { createServer } from 'node:http';
import pg from 'pg';
import { connectionOptions } from '../src/platform/postgres/connection-options.js';

/**
 * The least that could serve pages: node:http and pg. Its statements are given at the start; GET /{which}?{offset} answers
 * with that one's rows.
 */
const [url = '', statements = '[]'] = process.argv.slice(2);
const texts = JSON.parse(statements) as string[];
const pool = new pg.Pool({ ...connectionOptions(url), max: 10 });
const server = createServer((request, response) => {
  const [path = '', offset = '0'] = (request.url ?? '').split('?', 2);
  void pool.query(texts[Number(path.slice(1))] ?? '', [offset]).then(
    ({ rows }) => response.setHeader('content-type', 'application/json').end(JSON.stringify(rows)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`bare on ${typeof address === 'object' ? address?.port : ''}.\n`);
});
process.once('SIGINT', () => process.exit(0));
