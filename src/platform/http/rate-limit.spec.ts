import { describe, expect, it } from '@jest/globals';
import { type Budget, networkOf, RateLimit } from './rate-limit.js';

const budget: Budget = { name: 'filing', burst: 3, perMinute: 2 };
const T = Date.UTC(2026, 0, 1, 12);

describe('a rate limit', () => {
  it('lets a burst through, then one at a time, and says how long to wait', () => {
    const limit = new RateLimit();
    const ask = (seconds: number, address = '203.0.113.7') => limit.ask(address, budget, T + seconds * 1000);
    expect([0, 0, 0].map((at) => ask(at).remaining)).toEqual([2, 1, 0]);
    expect(ask(0)).toEqual({ allowed: false, remaining: 0, wait: 30, full: 90 });
    expect(ask(29)).toMatchObject({ allowed: false, wait: 1 });
    expect(ask(30)).toMatchObject({ allowed: true, remaining: 0 });
    expect(ask(30, '203.0.113.8')).toMatchObject({ allowed: true, remaining: 2 });
    expect(limit.ask('203.0.113.7', { ...budget, name: 'following' }, T)).toMatchObject({ allowed: true });
    expect(ask(200)).toMatchObject({ allowed: true, remaining: 2, full: 30 });
  });

  it('never lets more through than the burst and the minutes allow, whatever the pace', () => {
    for (const pace of [70, 900, 5000]) {
      const limit = new RateLimit();
      let through = 0;
      for (let at = 0; at <= 600_000; at += pace) if (limit.ask('a', budget, T + at).allowed) through++;
      expect(through).toBeLessThanOrEqual(3 + 10 * 2);
      expect(through).toBeGreaterThanOrEqual(3 + 10 * 2 - 1);
    }
  });

  it('keeps no address, forgets all of it with the day, and has a bound', () => {
    const limit = new RateLimit(50);
    for (let count = 0; count < 4; count++) limit.ask('203.0.113.7', budget, T);
    const kept = (): string => JSON.stringify([...(limit as unknown as { wholeAt: Map<string, number> }).wholeAt]);
    expect(limit.kept).toBe(1);
    expect(kept()).not.toMatch(/203|113/);
    const before = kept();
    expect(limit.ask('203.0.113.7', budget, T + 13 * 3_600_000)).toMatchObject({ allowed: true, remaining: 2 });
    expect(kept().slice(0, 20)).not.toBe(before.slice(0, 20));
    for (let count = 0; count < 60; count++) limit.ask(`10.${count}`, budget, T + 13 * 3_600_000);
    expect(limit.kept).toBe(50);
  });
});

describe('networkOf', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s is of %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
