import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicAddress } from '../public-address.js';
import { LANGUAGES, languageOf } from './language.js';
import type { Reader } from './reader.js';

type Asking = Omit<Reader, 'origin'>;

const Asked = createParamDecorator((_: unknown, context: ExecutionContext): Asking => {
  const http = context.switchToHttp();
  void http.getResponse<FastifyReply>().header('vary', 'Accept-Language');
  return askingOf(http.getRequest<FastifyRequest>());
});

/** Under which address we are found is the operator's to say, and never taken from the request. */
@Injectable()
export class AtOurAddress implements PipeTransform<Asking, Reader> {
  constructor(private readonly address: PublicAddress) {}

  transform(asking: Asking): Reader {
    return { ...asking, origin: this.address.origin };
  }
}

/** The reader of a page. Whatever keeps the answer learns that it differs by language (RFC 9110, Vary). */
export const ReadBy = (): ParameterDecorator => Asked(AtOurAddress);

function askingOf({ url, query, headers }: FastifyRequest): Asking {
  const asked = (query as Record<string, unknown>)['lang'];
  const [path = '', search = ''] = url.split('?', 2);
  const parameters = search.split('&').filter((part) => part !== '' && !/^lang(=|$)/.test(part));
  return {
    language: languageOf(asked, headers['accept-language']),
    chosen: LANGUAGES.some((language) => language === asked),
    address: parameters.length === 0 ? path : `${path}?${parameters.join('&')}`,
  };
}
