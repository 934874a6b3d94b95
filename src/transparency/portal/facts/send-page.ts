import type { FastifyReply, FastifyRequest } from 'fastify';
import { cachedAnswer, etagOf } from '../../published/cached-answer.js';

const HTML = 'text/html; charset=utf-8';

/** A page with how it is answered: one that says what was asked for wrongly is 400. */
export interface MadePage {
  readonly body: string;
  readonly status: number;
}

/** A page of what is public: kept for a minute by whoever keeps it, and not sent twice to whoever has it. */
export async function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { body, status }: MadePage,
): Promise<string | undefined> {
  if (status === 200)
    return cachedAnswer(request, reply, { etag: etagOf(body), type: HTML, immutable: false }, () =>
      Promise.resolve(body),
    );
  void reply.status(status).header('content-type', HTML);
  return body;
}
