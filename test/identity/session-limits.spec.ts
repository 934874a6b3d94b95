import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Clock } from '../../src/platform/clock.js';
import { PASSWORD, TestApp } from '../support/test-app.js';

let redress: TestApp;
let clock: { mockRestore(): void } | undefined;
beforeAll(async () => (redress = await TestApp.start()));
afterEach(() => clock?.mockRestore());
afterAll(() => redress.stop());

const MINUTE = 60_000;

/** From here on it is so many minutes later for the whole application. */
function later(minutes: number): void {
  clock?.mockRestore();
  const then = new Date(Date.now() + minutes * MINUTE);
  clock = jest.spyOn(redress.app.get(Clock), 'now').mockReturnValue(then);
}

const status = async (token: string): Promise<number> =>
  (await redress.request('GET', '/api/v1/sessions/current', { as: token })).status;

describe('a session', () => {
  // ASVS 5.0: V7.3.1
  it('ends after half an hour in which it was not used', async () => {
    const { token } = await redress.staff('clerk');
    later(29);
    expect(await status(token)).toBe(200);
    later(29 + 29);
    expect(await status(token)).toBe(200);
    later(29 + 29 + 31);
    expect(await status(token)).toBe(401);
  });

  // ASVS 5.0: V7.3.2
  it('ends after twelve hours, however much it was used', async () => {
    const { token } = await redress.staff('clerk');
    for (let minutes = 25; minutes < 720; minutes += 25) {
      later(minutes);
      expect(await status(token)).toBe(200);
    }
    later(721);
    expect(await status(token)).toBe(401);
  });

  // ASVS 5.0: V7.2.2, V7.2.3, V7.2.4, V11.5.1
  it('has a token of its own each time, of 256 random bits, of which the database holds a hash alone', async () => {
    await redress.staff('records');
    const { rows: before } = await redress.database.owner.query('SELECT FROM redress.session');
    const tokens = new Set<string>();
    for (let time = 0; time < 3; time++) {
      const body = { jurisdiction: 'riverton', signInName: 'records3', password: PASSWORD };
      tokens.add((await redress.request('POST', '/api/v1/sessions', { body })).body.token);
    }
    expect(tokens.size).toBe(3);
    const { rows } = await redress.database.owner.query<{ all: string }>(
      'SELECT session::text AS all FROM redress.session',
    );
    expect(rows.length).toBe(before.length + 3);
    for (const token of tokens) {
      const secret = /^rs_[0-9a-f]{32}_([\w-]{43})$/.exec(token)?.[1];
      expect(secret).toMatch(/^[\w-]{43}$/);
      expect(rows.some((row) => row.all.includes(secret!))).toBe(false);
    }
  });
});
