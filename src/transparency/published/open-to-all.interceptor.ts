import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Observable } from 'rxjs';

export const OPEN_TO_ALL: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'ETag, Last-Modified, Link, Content-Disposition, Content-Length, Content-Range, Accept-Ranges, X-SODA2-Fields, X-SODA2-Types, Redress-Release',
};

/** What is public may be read from any page on the web, errors too. */
@Injectable()
export class OpenToAll implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    void reply.headers({ ...OPEN_TO_ALL });
    return next.handle();
  }
}
