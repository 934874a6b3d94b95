import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Language, languageOf } from './language.js';

/** The language to answer a page's reader in. */
export const PageLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language => {
  const { query, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  return languageOf((query as { lang?: unknown }).lang, headers['accept-language']);
});
