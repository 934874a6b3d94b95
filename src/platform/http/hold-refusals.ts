import type { FastifyInstance, FastifyRequest } from 'fastify';
import { setTimeout as wait } from 'node:timers/promises';

/** Some times what a refusal costs where nothing else goes on. */
const SOONEST_MS = 10;
/** Nobody known, nothing there, nothing that the form opens. */
const HELD = [401, 404, 422];

/**
 * Refusals leave ten milliseconds after they were asked for, or when they are ready if that is later: whether a row was found on the
 * way, and walls looked at, no longer shows in the time. Each waits for a clock that began with the request: one that began with
 * the answer would carry its time on. Nothing is held meanwhile but the request.
 */
export function holdRefusals(fastify: FastifyInstance): void {
  const due = new WeakMap<FastifyRequest, Promise<void>>();
  fastify.addHook('onRequest', (request, _reply, done) => {
    due.set(request, wait(SOONEST_MS, undefined, { ref: false }));
    done();
  });
  fastify.addHook('onSend', async (request, reply, payload) => {
    if (HELD.includes(reply.statusCode)) await due.get(request);
    return payload;
  });
}
