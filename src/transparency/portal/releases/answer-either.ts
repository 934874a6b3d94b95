import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Html } from '../../../platform/html/html.js';
import { page } from '../../../platform/html/page.js';
import { cachedAnswer, etagOf } from '../../published/cached-answer.js';

/** A page for whoever asks for one by `Accept`, JSON for everybody else. */
export async function answerEither(
  request: FastifyRequest,
  reply: FastifyReply,
  json: object,
  { title, body }: { readonly title: string; readonly body: Html },
): Promise<string | undefined> {
  const asHtml = /\btext\/html\b/.test(String(request.headers.accept));
  const text = asHtml ? page(title, body) : JSON.stringify(json);
  const type = asHtml ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
  void reply.header('vary', 'Accept');
  return cachedAnswer(request, reply, { etag: etagOf(type, text), type, immutable: false }, () =>
    Promise.resolve(text),
  );
}
