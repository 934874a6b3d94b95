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
  const { REDRESS_TEST_DIRECTORY, REDRESS_TEST_MEMORY } = process.env;
  for (const directory of [REDRESS_TEST_DIRECTORY, REDRESS_TEST_MEMORY ?? REDRESS_TEST_DIRECTORY])
    await rm(directory, { recursive: true, force: true });
}
