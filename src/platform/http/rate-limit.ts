import { createHmac, randomBytes } from 'node:crypto';

/** So many at once, and then so many a minute. */
export interface Budget {
  name: string;
  burst: number;
  perMinute: number;
}

export interface Ruling {
  allowed: boolean;
  /** How many more at once */
  remaining: number;
  /** Seconds until the next is allowed; 0 when it is now */
  wait: number;
  /** Seconds until all of the burst is there again */
  full: number;
}

const DAY_MS = 86_400_000;

/**
 * Who has asked how often, without keeping who: of an address stands here, in memory alone, a hash under a salt that nobody
 * knows and that is thrown away with all that hangs on it when the day (UTC) ends, or the process. (GCRA: one time for each.)
 */
export class RateLimit {
  private salt = randomBytes(32);
  private day = -1;
  /** When the burst would be whole again, in milliseconds, by the hash */
  private readonly wholeAt = new Map<string, number>();

  constructor(private readonly mostKept = 100_000) {}

  /** @param now milliseconds */
  ask(address: string, { name, burst, perMinute }: Budget, now: number): Ruling {
    this.beginDay(now);
    const key = this.keyOf(address, name);
    const [every, most] = [60_000 / perMinute, burst * (60_000 / perMinute)];
    const whole = Math.max(this.wholeAt.get(key) ?? 0, now);
    const next = whole + every;
    const allowed = next - now <= most;
    if (allowed) this.keep(key, next);
    const spent = (allowed ? next : whole) - now;
    return {
      allowed,
      remaining: Math.floor((most - spent) / every),
      wait: allowed ? 0 : Math.ceil((next - most - now) / 1000),
      full: Math.ceil(spent / 1000),
    };
  }

  /** How many are remembered: the memory has a bound, whoever sends. */
  get kept(): number {
    return this.wholeAt.size;
  }

  private beginDay(now: number): void {
    const day = Math.floor(now / DAY_MS);
    if (day === this.day) return;
    this.day = day;
    this.salt = randomBytes(32);
    this.wholeAt.clear();
  }

  private keep(key: string, whole: number): void {
    this.wholeAt.delete(key);
    const [oldest] = this.wholeAt.keys();
    if (this.wholeAt.size >= this.mostKept && oldest !== undefined) this.wholeAt.delete(oldest);
    this.wholeAt.set(key, whole);
  }

  private keyOf(address: string, name: string): string {
    return createHmac('sha256', this.salt)
      .update(`${name} ${networkOf(address)}`)
      .digest('base64')
      .slice(0, 22);
  }
}

/** One household has as many addresses of version 6 as it likes, below one network (/64). */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const four = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (four !== undefined) return four;
  const [before = '', after] = address.toLowerCase().split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const groups =
    after === undefined ? head : [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}
