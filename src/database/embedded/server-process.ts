import type { Account } from './account.js';

/** How PostgreSQL's programs are run: as the account, from a directory it can enter, without our environment and its secrets. */
export function serverProcess(account: Account | undefined) {
  const identity = account === undefined ? {} : { uid: account.uid, gid: account.gid };
  return { ...identity, cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' } };
}
