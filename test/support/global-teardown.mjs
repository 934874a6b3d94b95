import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';

export default async function globalTeardown() {
  const { admin, server, template } = globalThis.__redress;
  await admin.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
  await admin.end();
  if (server) {
    await server.stop();
    // Run as root in a directory closed to others, the server keeps its data elsewhere, behind a link.
    await rm(dirname(server.dataDirectory), { recursive: true, force: true });
  }
  await rm(process.env.REDRESS_TEST_DIRECTORY, { recursive: true, force: true });
}
