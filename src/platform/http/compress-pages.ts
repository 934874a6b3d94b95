import type { FastifyInstance } from 'fastify';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Shorter answers go in one packet as they are. */
const WORTH_IT = 1_000;
const PAGES = /^(?:text\/(?:html|css|javascript)|image\/svg\+xml)/;
/** The cheapest level that beats gzip by a tenth; the next ones cost far more than they save. */
const LEVEL = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/**
 * Pages that everybody may keep are sent compressed. Whatever is somebody's own is not: the length of a compressed
 * secret beside what a stranger wrote tells the secret (BREACH).
 */
export function compressPages(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload: unknown) => {
    const type = String(reply.getHeader('content-type'));
    const isPublic = String(reply.getHeader('cache-control')).startsWith('public');
    if (typeof payload !== 'string' || payload.length < WORTH_IT || !isPublic || !PAGES.test(type)) return payload;
    const vary = reply.getHeader('vary');
    void reply.header('vary', [vary, 'Accept-Encoding'].flat().filter(Boolean).join(', '));
    const coding = codingFor(request.headers['accept-encoding']);
    if (coding === null) return payload;
    const etag = reply.getHeader('etag');
    // The same page in another coding is not the same bytes: its name is weak from here on.
    if (typeof etag === 'string' && !etag.startsWith('W/')) void reply.header('etag', `W/${etag}`);
    void reply.header('content-encoding', coding).removeHeader('content-length');
    return coding === 'br' ? brotli(payload, LEVEL) : gzipped(payload);
  });
}

function codingFor(accepted = ''): 'br' | 'gzip' | null {
  const offered = accepted.split(',').map((part) => part.trim().toLowerCase());
  const takes = (coding: string): boolean =>
    offered.some((each) => each === coding || (each.startsWith(`${coding};`) && !/;\s*q=0(\.0*)?$/.test(each)));
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : null;
}
