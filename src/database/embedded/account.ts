import { readFile } from 'node:fs/promises';

/** The unprivileged user that PostgreSQL runs as when we are root; undefined means: as ourselves. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NOBODY: Account = { uid: 65534, gid: 65534 };

/** @returns the first that /etc/passwd knows of postgres and nobody. */
export async function unprivilegedAccount(): Promise<Account> {
  const users = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'));
  const user = ['postgres', '_postgres', 'nobody'].flatMap((name) => users.filter((fields) => fields[0] === name))[0];
  // macOS writes nobody's number as -2: the system wants it unsigned.
  return user === undefined ? NOBODY : { uid: Number(user[2]) >>> 0, gid: Number(user[3]) >>> 0 };
}
