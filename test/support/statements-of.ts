import pg from 'pg';

const CONTROL = /^\s*(START TRANSACTION|BEGIN|COMMIT|ROLLBACK|SET )/i;

/** Every statement that any connection of this process sends while `work` runs, the guard's too; without transaction control. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was
  const query = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]): unknown {
    const [asked] = given as [string | { text: string }];
    sent.push(typeof asked === 'string' ? asked : asked.text);
    return (query as (...parameters: unknown[]) => unknown).apply(this, given);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return sent.filter((sql) => !CONTROL.test(sql));
}
