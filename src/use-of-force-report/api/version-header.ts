import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Observable, tap } from 'rxjs';
import { RuleBroken } from '../../platform/errors/rule-broken.js';

const TAG = /^"(\d{1,9})"$/;

/** The version that the client read. @throws RuleBroken if-match-missing (428), stale (412) for one that we never gave */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const version = versionIn(context);
  if (version !== null) return version;
  throw new RuleBroken(
    'if-match-missing',
    'Send If-Match with the ETag of what you read, so that no other change is lost.',
    428,
  );
});

/** The same where it may be left out: null. @throws RuleBroken stale (412) */
export const IfMatchGiven = createParamDecorator((_: unknown, context: ExecutionContext) => versionIn(context));

function versionIn(context: ExecutionContext): number | null {
  const { headers } = context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>();
  const given = headers['if-match'];
  if (given === undefined) return null;
  const version = TAG.exec(given)?.[1];
  if (version === undefined)
    throw new RuleBroken('stale', 'This If-Match names no version of this report: read it again.', 412);
  return Number(version);
}

/** Says the version of what is shown as its ETag. */
@Injectable()
export class VersionTag implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<{ version: number }>): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(tap(({ version }) => void reply.header('etag', `"${version}"`)));
  }
}
