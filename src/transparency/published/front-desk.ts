import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { PublishedNews } from '../../platform/postgres/published-news.js';
import { cachedAnswer, headersOf, type Kept, knows } from './cached-answer.js';
import { KeptAnswers, type MadeAnswer } from './kept-answers.js';
import { OPEN_TO_ALL } from './open-to-all.interceptor.js';
import { WhileUnchanged } from './while-unchanged.js';

/** A checked question: how its answer may be kept, and how it is made. */
export interface AskedAnswer {
  readonly kept: Kept;
  readonly make: () => Promise<{ readonly body: string; readonly headers: Readonly<Record<string, string>> }>;
}

/** Null: this one is for the ordinary way. */
type Asking = (request: FastifyRequest) => Promise<AskedAnswer | null>;

type HeadersOfReply = ReturnType<FastifyReply['getHeaders']>;

/** An answer that was given before: what a server needs to say it again. */
export interface SaidAgain {
  readonly status: 200 | 304;
  /** Names and values in turn */
  readonly headers: string[];
  readonly body: Buffer | null;
  /** The address as it stands in the router */
  readonly route: string;
}

/** All that goes with an answer but its body, which is kept under its ETag. */
interface ReadyAnswer {
  readonly kept: Kept;
  readonly route: string;
  /** Null: it was told so far that they have it, and nothing else. */
  readonly whole: string[] | null;
  readonly known: string[];
}

const MOST_READY = 5_000;
/** What is said with 304: the rest the client has (RFC 9110, 15.4.5). */
const SAID_ANYWAY = /^(etag|cache-control|vary|last-modified|redress-release|access-control-.*)$/;

/**
 * Answers questions about what is public before the long way through the application, which knows cases and people and costs
 * more than the rows. It takes what is open to everybody, from the routes that were given to it, and says yes only: whatever is
 * refused, here or there, goes on and is refused in full.
 */
@Injectable()
export class FrontDesk {
  private readonly routes = new Map<string, Asking>();
  private readonly ready: WhileUnchanged<ReadyAnswer>;
  private common: HeadersOfReply | null = null;

  constructor(
    private readonly answers: KeptAnswers,
    private readonly news: PublishedNews,
  ) {
    this.ready = new WhileUnchanged(news, MOST_READY);
  }

  /** @param route an address as it stands in the router, of a handler that is open to everybody */
  take(route: string, asking: Asking): void {
    this.routes.set(route, asking);
  }

  /** What was asked before, by the same address, without a word to the database; null: it was not, or is no more. */
  repeat({ method, url, headers }: AskedAgain): SaidAgain | null {
    if (method !== 'GET' && method !== 'HEAD') return null;
    const ready = this.ready.get(keyOf(url ?? '', headers));
    if (!ready) return null;
    const { kept, route, whole, known } = ready;
    if (knows({ headers }, kept)) return { status: 304, headers: known, body: null, route };
    const body = this.answers.bodyOf(kept.etag);
    return body && whole ? { status: 200, headers: whole, body, route } : null;
  }

  /** Whether it has been told which headers every answer of the application has. */
  get knowsHeaders(): boolean {
    return this.common !== null;
  }

  /** They are the same for all: who knows them once need not have them made again. */
  learnHeaders(headers: HeadersOfReply): void {
    this.common = { ...headers };
  }

  /** @returns whether it was answered; nothing was said otherwise */
  async answer(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const under = this.news.mark;
    try {
      const asked = await this.routes.get(request.routeOptions.url ?? '')?.(request);
      if (!asked) return false;
      const body = await cachedAnswer(request, reply, asked.kept, async () => {
        const made = await asked.make();
        void reply.headers({ ...this.common, ...OPEN_TO_ALL, ...made.headers });
        return made.body;
      });
      if (body === undefined) void reply.headers({ ...this.common, ...OPEN_TO_ALL, ...headersOf(asked.kept) });
      this.keep(request, reply, { kept: asked.kept, under });
      void reply.send(body);
      return true;
    } catch {
      return false;
    }
  }

  /** What was made before under that ETag, or `make` makes it. */
  async made(etag: string, make: () => Promise<MadeAnswer>): Promise<MadeAnswer> {
    return this.answers.of(etag, make);
  }

  isTaken({ method, routeOptions }: FastifyRequest): boolean {
    return method === 'GET' && this.routes.has(routeOptions.url ?? '');
  }

  private keep(
    request: FastifyRequest,
    reply: FastifyReply,
    { kept, under }: { kept: Kept; under: object | null },
  ): void {
    const bytes = reply.statusCode === 304 ? undefined : this.answers.bodyOf(kept.etag)?.length;
    if (bytes === undefined && reply.statusCode !== 304) return;
    const headers = Object.entries({ ...reply.getHeaders(), 'content-length': bytes });
    const whole = bytes === undefined ? null : flat(headers);
    const known = flat(headers.filter(([name]) => SAID_ANYWAY.test(name)));
    const route = request.routeOptions.url ?? '';
    this.ready.keep(keyOf(request.url, request.headers), { kept, route, whole, known }, under);
  }
}

const flat = (headers: readonly (readonly [string, unknown])[]): string[] =>
  headers.flatMap(([name, value]) => [name, String(value)]);

type AskedAgain = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

/** The address as it was written, and the form that was asked for beside it. */
const keyOf = (url: string, { accept = '' }: IncomingHttpHeaders): string =>
  accept.includes('csv') ? `${url} csv` : url;
