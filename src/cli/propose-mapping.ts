export async function proposeMapping(files: readonly string[], out: string | undefined): Promise<void> {
  await Promise.resolve([files, out]);
}
