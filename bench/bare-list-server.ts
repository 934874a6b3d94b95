import { createServer } from 'node:http';
import pg from 'pg';
import { connectionOptions } from '../src/platform/postgres/connection-options.js';

/**
 * The least that could serve a list: node:http and pg. No sign-in, no transaction; its connections are set to the one
 * person once. POST the statement and its values, get the rows.
 */
const [url = '', jurisdiction = '', staff = ''] = process.argv.slice(2);
const options = `-c redress.jurisdiction=${jurisdiction} -c redress.staff=${staff}`;
const pool = new pg.Pool({ ...connectionOptions(url), max: 4, options });
const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
  request.on('end', () => {
    const { text, values } = JSON.parse(body) as { text: string; values: unknown[] };
    void pool.query(text, values).then(
      ({ rows }) => response.setHeader('content-type', 'application/json').end(JSON.stringify({ items: rows })),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(0, () => {
  const address = server.address();
  process.stdout.write(`bare on ${typeof address === 'object' ? address?.port : ''}.\n`);
});
process.once('SIGINT', () => process.exit(0));
