import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Language, languageOf } from './language.js';

/** The language to answer a page's reader in: what they chose (`?lang=`), or what their browser prefers, read for this one answer. */
export const PageLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language => {
  const http = context.switchToHttp();
  const { query, headers } = http.getRequest<FastifyRequest>();
  void http.getResponse<FastifyReply>().header('vary', 'Accept-Language');
  return languageOf((query as { lang?: unknown }).lang, headers['accept-language']);
});
