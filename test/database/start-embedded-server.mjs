// A process that starts the embedded server on the directory given, prints what it got and whether it owns it, and lives on.
import '../support/typescript.mjs';

const { startEmbeddedServer } = await import('../../src/database/embedded/index.ts');
const report = [];
const server = await startEmbeddedServer({
  directory: process.argv[2],
  settings: { fsync: 'off' },
  report: (line) => report.push(line),
});
process.stdout.write(`${JSON.stringify({ url: server.url('postgres'), report })}\n`);
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
setInterval(() => undefined, 60_000);
