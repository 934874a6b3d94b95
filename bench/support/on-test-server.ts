/** A database server as the tests have it, with a migrated template to copy, for as long as the work takes. */
export async function onTestServer(work: () => Promise<void>): Promise<void> {
  const load = async (name: string): Promise<() => Promise<void>> =>
    ((await import(`../../test/support/${name}.mjs`)) as { default: () => Promise<void> }).default;
  await (
    await load('global-setup')
  )();
  try {
    await work();
  } finally {
    await (
      await load('global-teardown')
    )();
  }
}
