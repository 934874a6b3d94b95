import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Account } from './account.js';

const READ = 4;
const ENTER = 1;

/** Whether the account may enter this directory and all that lead to it. The path must be real: no symbolic links in it. */
export async function canReach(directory: string, account: Account): Promise<boolean> {
  if (!(await allows(directory, account, ENTER))) return false;
  return directory === dirname(directory) || canReach(dirname(directory), account);
}

/** Whether the account may run this program where it stands. */
export async function canRun(program: string, account: Account): Promise<boolean> {
  return (await allows(program, account, READ | ENTER)) && (await canReach(dirname(program), account));
}

async function allows(path: string, { uid, gid }: Account, wanted: number): Promise<boolean> {
  const { mode, uid: owner, gid: group } = await stat(path);
  const granted = owner === uid ? mode >> 6 : group === gid ? mode >> 3 : mode;
  return (granted & wanted) === wanted;
}
