import { readFile } from 'node:fs/promises';

/** How far a process's resident memory grows, in MiB, from now until it is asked. */
export async function residentPeak(pid: string): Promise<{ grown(): Promise<number> }> {
  const before = await resident(pid);
  let most = before;
  const look = async (): Promise<void> => {
    most = Math.max(most, await resident(pid));
  };
  const timer = setInterval(() => void look(), 20);
  return {
    grown: async () => {
      clearInterval(timer);
      await look();
      return most - before;
    },
  };
}

async function resident(pid: string): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
