import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** How an answer may be kept: its strong ETag (without quotes), its type, and whether it can ever change. */
export interface Kept {
  readonly etag: string;
  readonly type: string;
  readonly immutable: boolean;
  /** Since when it answers so: for clients that ask by date. A strong ETag says more, and is heard first. */
  readonly modified?: Date;
}

const FOR_GOOD = 'public, max-age=31536000, immutable';
/** The newest release may be another one in a minute. */
const FOR_A_MINUTE = 'public, max-age=60';

/**
 * Answers 304 to whoever has it already, and asks `make` for it otherwise. Headers are set when it is made: an error is
 * not kept by anybody.
 */
export async function cachedAnswer<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  kept: Kept,
  make: () => Promise<T>,
): Promise<T | undefined> {
  const known = knows(request, kept);
  const body = known ? undefined : await make();
  void reply.headers(headersOf(kept));
  if (!known) void reply.header('content-type', kept.type);
  if (known) void reply.status(304);
  return body;
}

/** What tells how an answer may be kept. */
export function headersOf({ etag, immutable, modified }: Kept): Record<string, string> {
  const headers = { etag: `"${etag}"`, 'cache-control': immutable ? FOR_GOOD : FOR_A_MINUTE };
  return modified ? { ...headers, 'last-modified': modified.toUTCString() } : headers;
}

/** The ETag of what these parts determine. */
export function etagOf(...parts: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(parts), 'hex').slice(0, 32);
}

/** Whether whoever asks has this very answer. */
export function knows(
  { headers }: Pick<FastifyRequest, 'headers'>,
  { etag, modified }: Pick<Kept, 'etag' | 'modified'>,
): boolean {
  const since = headers['if-modified-since'];
  if (headers['if-none-match'] !== undefined || since === undefined || !modified)
    return matches(headers['if-none-match'], etag);
  // Dates in headers have no fractions of a second.
  return Date.parse(since) >= Math.floor(modified.getTime() / 1000) * 1000;
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header
    .split(',')
    .some((candidate) => candidate.trim() === '*' || candidate.trim().replace(/^W\//, '') === `"${etag}"`);
}
