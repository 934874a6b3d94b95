import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { RuleBroken } from '../errors/rule-broken.js';

/** RFC 9106 and the OWASP cheat sheet: 64 MiB, 3 passes, 1 lane; 60-75 ms on the machines measured. Argon2id is the default. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
const AT_ONCE = 2;
const WAITING = 16;

/** Argon2id of the whole password in its NFKC form (SP 800-63B §3.1.1.2), two at a time: a storm of sign-ins waits here, in little memory, and leaves intake its processor. */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly queue: (() => void)[] = [];
  private paid = COST;
  /** Compared with when there is no such person, so that the answer takes as long as for a wrong password. */
  private decoy = decoyAt(COST);

  /** What it costs to try a password that is hashed from now on; a hash keeps the cost that it was made at. */
  get cost(): typeof COST {
    return this.paid;
  }

  set cost(cost: typeof COST) {
    this.paid = cost;
    this.decoy = decoyAt(cost);
  }

  async hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password.normalize('NFKC'), this.cost));
  }

  async matches(password: string, stored: string | null): Promise<boolean> {
    const against = stored ?? (await this.decoy);
    const equal = await this.inTurn(() => verify(against, password.normalize('NFKC')));
    return equal && stored !== null;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) {
      if (this.queue.length >= WAITING)
        throw new RuleBroken('busy', 'Too many people sign in just now: try again in a few seconds.', 503);
      await new Promise<void>((resolve) => this.queue.push(resolve));
    }
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.queue.shift()?.();
    }
  }
}

function decoyAt(cost: typeof COST): Promise<string> {
  return hash('nobody has this password', cost);
}
