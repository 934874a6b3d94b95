import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Optional } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Language, languageOf } from '../html/language.js';
import { Logger } from '../logging/logger.js';
import { databaseProblem, isRoleRefused } from './database-problem.js';
import type { Problem } from './problem.js';
import { problemPage } from './problem.page.js';
import type { ProblemForm } from './problem-form.js';
import { RuleBroken } from './rule-broken.js';

const PROBLEM = 'application/problem+json';
const HTML = 'text/html; charset=utf-8';

/** Every "no" leaves as RFC 9457 problem JSON with a stable `code`; what we did not foresee leaves as a 500 with an id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  protected readonly mediaType: string = PROBLEM;

  constructor(
    private readonly logger: Logger,
    @Optional() private readonly forms: readonly ProblemForm[] = [],
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(error);
    const { status } = problem;
    const asked = { requestId: request.id, method: request.method, status };
    if (status >= 500) this.logger.failure('request-failed', error, asked);
    // The guard let it through and a row did not: one of the two is wrong, and whoever asked is told of neither.
    if (isRoleRefused(error))
      this.logger.failure('role-refused', error, { ...asked, route: request.routeOptions.url ?? 'none' });
    if (reply.sent) return;
    if (problem.status === 503) void reply.header('retry-after', '2');
    const told = { ...problem, id: request.id };
    const form = this.forms.find(({ route }) => route === request.routeOptions.url)?.tell(told);
    if (form) {
      void reply.status(form.status).headers(form.headers).send(form.body);
      return;
    }
    const answer = reply.status(problem.status);
    if (this.asksForPage(request)) void answer.type(HTML).send(problemPage(told, readers(request)));
    else void answer.type(this.mediaType).send(told);
  }

  /** A browser that opens a page, or sends a form; what is under /api answers programs, whatever they say they take. */
  private asksForPage({ url, headers }: FastifyRequest): boolean {
    const forPeople = this.mediaType === PROBLEM && !url.startsWith('/api/');
    return forPeople && (headers.accept ?? '').includes('text/html');
  }
}

function readers({ query, headers }: FastifyRequest): Language {
  return languageOf((query as { lang?: unknown } | undefined)?.lang, headers['accept-language']);
}

function problemOf(error: unknown): Problem {
  if (error instanceof RuleBroken) {
    const { status, code, message, faults, details, data } = error;
    return { ...problem(status, code, message, faults), ...(details ? { details } : {}), ...(data ? { data } : {}) };
  }
  if (error instanceof HttpException) return ofHttpException(error);
  const status = statusOf(error);
  // Fastify's own refusals (a body too large, JSON that does not parse) say what was wrong and quote nothing.
  if (status !== null && status < 500) return problem(status, codeOf(status), (error as Error).message);
  return (
    databaseProblem(error) ??
    problem(500, 'unexpected', 'Something went wrong on our side. Nothing was saved. Quote the id if you report it.')
  );
}

function ofHttpException(error: HttpException): Problem {
  const status = error.getStatus();
  if (status === 404) return problem(404, 'not-found', 'There is nothing here under that name, or you may not see it.');
  return problem(status, codeOf(status), error.message);
}

function problem(status: number, code: string, message: string, errors?: Problem['errors']): Problem {
  return {
    type: `/docs/errors#${code}`,
    title: code,
    status,
    detail: message,
    code,
    message,
    error: true,
    ...(errors && errors.length > 0 ? { errors } : {}),
  };
}

const CODES: Record<number, string> = {
  400: 'malformed',
  401: 'not-signed-in',
  403: 'not-allowed',
  405: 'method-not-allowed',
  408: 'too-slow',
  413: 'too-large',
  414: 'address-too-long',
  415: 'media-type',
  429: 'too-many-requests',
};

function codeOf(status: number): string {
  return CODES[status] ?? (status < 500 ? 'refused' : 'unexpected');
}

function statusOf(error: unknown): number | null {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : null;
}
