import { afterAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { EmbeddedFixture, ask, goneProcess, lives, postmasterOf } from './embedded-fixture.js';

const fixture = new EmbeddedFixture();

afterAll(() => fixture.remove());

describe('The embedded PostgreSQL, wanted by several processes', () => {
  it('is taken over, and then stopped, by the next start when its starter was killed', async () => {
    const directory = fixture.directory();
    const killed = await fixture.starter(directory);
    await ask(killed.url, 'CREATE TABLE kept AS SELECT 7 AS seven');
    await killed.end('SIGKILL');
    const pid = postmasterOf(join(directory, 'cluster'))!;
    expect(lives(pid)).toBe(true);

    const report: string[] = [];
    const next = await fixture.start(directory, { report: (line) => report.push(line) });
    expect(report).toEqual([expect.stringContaining('Taking over')]);
    expect(postmasterOf(next.dataDirectory)).toBe(pid);
    expect(await ask(next.url('postgres'), 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
    await next.stop();
    await goneProcess(pid);
  });

  it('is shared while its starter lives, and not stopped by who merely shares it', async () => {
    const directory = fixture.directory();
    const starter = await fixture.starter(directory);
    const sharer = await fixture.start(directory);
    await sharer.stop();
    expect(await ask(starter.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await expect(fixture.start(directory, { adopt: false })).rejects.toThrow('is in use');
    const pid = postmasterOf(sharer.dataDirectory)!;
    await starter.end('SIGTERM');
    expect(lives(pid)).toBe(false);
  });

  it('is replaced when its starter was killed and it may not be adopted', async () => {
    const directory = fixture.directory();
    await (await fixture.starter(directory)).end('SIGKILL');
    const pid = postmasterOf(join(directory, 'cluster'))!;
    const next = await fixture.start(directory, { adopt: false });
    await goneProcess(pid);
    expect(postmasterOf(next.dataDirectory)).not.toBe(pid);
    await next.stop();
  });

  it('is started once when two start it for the first time at once', async () => {
    const directory = fixture.directory();
    const both = await Promise.all([fixture.starter(directory), fixture.starter(directory)]);
    await ask(both[0].url, 'CREATE TABLE kept AS SELECT 7 AS seven');
    expect(await ask(both[1].url, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
    const pid = postmasterOf(join(directory, 'cluster'))!;
    await Promise.all(both.map((starter) => starter.end('SIGTERM')));
    expect(lives(pid)).toBe(false);
  });
});
