import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from './problem.js';

const TOO_LONG = { status: 414, code: 'address-too-long', detail: 'A part of the address is longer than any name is.' };
const MALFORMED = { status: 400, code: 'malformed', detail: 'The address cannot be read: look at its percent signs.' };

/** What the router refuses before there is a route, in the words of all other errors. It quotes nothing of the address. */
export function frameworkProblem(error: { statusCode?: number }, request: FastifyRequest, reply: FastifyReply): void {
  const { status, code, detail } = error.statusCode === 414 ? TOO_LONG : MALFORMED;
  const problem: Problem = {
    ...{ type: `/docs/errors#${code}`, title: code, status, detail },
    ...{ code, message: detail, error: true },
  };
  void reply
    .status(status)
    .headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    .type('application/problem+json')
    .send(JSON.stringify({ ...problem, id: request.id }));
}
