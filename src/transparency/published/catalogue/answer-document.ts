import type { FastifyReply, FastifyRequest } from 'fastify';
import { cachedAnswer, etagOf } from '../cached-answer.js';

/** What is being answered, and to whom. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** A document that is made in a moment: 304 to whoever has it already. */
export async function answerDocument(
  { request, reply }: Exchange,
  type: string,
  body: string,
): Promise<string | undefined> {
  const kept = { etag: etagOf(type, body), type: `${type}; charset=utf-8`, immutable: false };
  return cachedAnswer(request, reply, kept, () => Promise.resolve(body));
}
