import { readFile, writeFile } from 'node:fs/promises';

/** Linux alone can: what was taken before is not counted any more. */
export async function forgetPeak(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/clear_refs`, '5').catch(() => undefined);
}

/** The most memory that the process had, in megabytes. Linux alone tells it; elsewhere it is not a number. */
export async function peakMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return (Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) * 1024) / 1e6;
}
