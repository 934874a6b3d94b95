// start scratch server & migrate; print connections JSON; stay.
import '/work/main/test/support/typescript.mjs';
const { startEmbeddedServer } = await import('/work/main/src/database/embedded/index.ts');
const { migrate } = await import('/work/main/src/database/migrate.ts');
const { roleUrl } = await import('/work/main/src/database/role-url.ts');
import pg from 'pg';
import { writeFileSync } from 'node:fs';
const server = await startEmbeddedServer({ directory: '/tmp/redress-scratch/postgres', report: console.log });
const { connectionOptions } = await import('/work/main/src/platform/postgres/connection-options.ts');
const c = new pg.Client(connectionOptions(server.url('postgres'))); await c.connect();
await c.query('DROP DATABASE IF EXISTS imp WITH (FORCE)'); await c.query('CREATE DATABASE imp'); await c.end();
const ownerUrl = server.url('imp');
await migrate(ownerUrl, { appUrl: roleUrl(ownerUrl, 'redress_app'), publicUrl: roleUrl(ownerUrl, 'redress_public') });
writeFileSync('/tmp/redress-scratch/connections.json', JSON.stringify({ ownerUrl, connections: { appUrl: roleUrl(ownerUrl, 'redress_app'), publicUrl: roleUrl(ownerUrl, 'redress_public'), masterKey: Buffer.alloc(32,7).toString('base64'), dataDirectory: '/tmp/redress-scratch', logLevel: 'silent' } }));
console.log('ready'); 
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
setInterval(() => {}, 60000);
