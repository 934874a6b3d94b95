import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../clock.js';
import { RuleBroken } from '../errors/rule-broken.js';
import { type Budget, networkOf, RateLimit } from './rate-limit.js';

/** What one address may do where nobody is signed in: enough for an office that many write from, too little for a flood. */
const BUDGETS: readonly { routes: RegExp; budget: Budget }[] = [
  {
    routes: /^POST (\/complain\/:jurisdiction|\/api\/v1\/jurisdictions\/:jurisdiction\/complaints)$/,
    budget: { name: 'filing', burst: 20, perMinute: 2 },
  },
  {
    routes: /^(POST \/follow\/:jurisdiction|(POST|GET) \/api\/v1\/jurisdictions\/:jurisdiction\/my-complaint)/,
    budget: { name: 'following', burst: 60, perMinute: 30 },
  },
];

/**
 * Refuses with 429 before a byte of the body is read. The caller's address is known when it is not this machine's own: behind
 * a proxy that was not named (TRUSTED_PROXIES) all callers would be one, and the first flood would close the door to everybody.
 */
export function limitPublic(fastify: FastifyInstance, clock: Clock): void {
  const limit = new RateLimit();
  fastify.addHook('onRequest', (request, reply, done) => {
    const found = budgetOf(request);
    if (!found || isOwn(request.ip)) {
      done();
      return;
    }
    const ruling = limit.ask(request.ip, found, clock.now().getTime());
    tell(reply, found, ruling);
    done(ruling.allowed ? undefined : tooMany(ruling.wait));
  });
}

function budgetOf({ method, routeOptions }: FastifyRequest): Budget | undefined {
  const route = `${method} ${routeOptions.url ?? ''}`;
  return BUDGETS.find(({ routes }) => routes.test(route))?.budget;
}

function isOwn(address: string): boolean {
  return address === '::1' || networkOf(address).startsWith('127.');
}

/** As in draft-ietf-httpapi-ratelimit-headers-10, and Retry-After (RFC 9110). */
function tell(reply: FastifyReply, budget: Budget, ruling: { remaining: number; wait: number; full: number }): void {
  const window = Math.ceil((60 * budget.burst) / budget.perMinute);
  void reply.header('ratelimit-policy', `"${budget.name}";q=${budget.burst};w=${window}`);
  void reply.header('ratelimit', `"${budget.name}";r=${ruling.remaining};t=${ruling.wait || ruling.full}`);
  if (ruling.wait > 0) void reply.header('retry-after', String(ruling.wait));
}

function tooMany(wait: number): RuleBroken {
  return new RuleBroken('too-many-requests', `Too much came from where you are: try again in ${wait} seconds.`, 429);
}
