import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type Observable, tap } from 'rxjs';
import { PublishedNews } from '../../platform/postgres/published-news.js';

/** Whoever published or withdrew something finds it so at once, here; other servers are told by the database. */
@Injectable()
export class TellOfChange implements NestInterceptor {
  constructor(private readonly news: PublishedNews) {}

  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      tap(() => {
        this.news.changed();
      }),
    );
  }
}
