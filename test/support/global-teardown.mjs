import { rm } from 'node:fs/promises';

export default async function globalTeardown() {
  const { admin, server, template } = globalThis.__redress;
  await admin.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
  await admin.end();
  if (server) {
    await server.stop();
    await rm(server.dataDirectory, { recursive: true, force: true });
  }
  await rm(process.env.REDRESS_TEST_DIRECTORY, { recursive: true, force: true });
}
