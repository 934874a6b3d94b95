import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';

/** A page with the status that it is answered with. */
export interface Shown {
  status: number;
  html: string;
}

/** Answers with the page that a handler made. */
@Injectable()
export class ShowPage implements NestInterceptor<Shown, string> {
  intercept(context: ExecutionContext, next: CallHandler<Shown>): Observable<string> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map(({ status, html }) => {
        void reply.status(status).header('content-type', 'text/html; charset=utf-8');
        return html;
      }),
    );
  }
}
