import type { FastifyInstance } from 'fastify';
import { RuleBroken } from '../errors/rule-broken.js';

/** What a form has around its file. */
const AROUND = 2 ** 20;

/** A body that says of itself that it is larger than the largest file is refused before a byte of it is read. */
export function refuseOversized(fastify: FastifyInstance, routes: readonly (string | undefined)[], most: number): void {
  fastify.addHook('onRequest', ({ headers, routeOptions }, _reply, done) => {
    const said = Number(headers['content-length'] ?? 0);
    done(routes.includes(routeOptions.url) && said > most + AROUND ? tooLarge(most) : undefined);
  });
}

function tooLarge(most: number): RuleBroken {
  return new RuleBroken('file-too-large', `The file is larger than the ${most} bytes that are taken here.`, 413);
}
