import { lookup as resolve, type LookupAddress } from 'node:dns';
import { request as overPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as overTls } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-network.js';

/** What may be asked. `headers`, `method`, `body` and `signal` as in `fetch`; there are no redirects to follow. */
export interface OutsideRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

export interface Reach {
  /** Names that the operator vouches for although they stand inside: a provider in the agency's own network, say. */
  readonly inside: readonly string[];
  /** Over TLS alone, unless this is a machine where somebody tries it out. */
  readonly plain: boolean;
  /** The machine's own resolver; another in tests */
  readonly resolve?: typeof resolve;
}

/** Documents of a provider are a few kilobytes. */
const MOST_BYTES = 1_048_576;
const PATIENCE_MS = 10_000;

/** An address that somebody gave leads inside, or the answer is more than an answer is. */
export class OutsideRefused extends Error {
  override readonly name = 'OutsideRefused';
}

/**
 * Asks an address that somebody else gave, and only on the internet: the name is resolved, each address that it has is held
 * against the networks that are nobody's, and the connection goes to what was held, not to what the name says a moment later.
 * A redirect is an answer like any other: nobody is sent on by it.
 * @throws OutsideRefused
 */
export async function fetchOutside(address: string, asked: OutsideRequest, reach: Reach): Promise<Response> {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const vouched = reach.inside.includes(host);
  if (url.protocol !== 'https:' && !(reach.plain && url.protocol === 'http:'))
    throw new OutsideRefused('Only https:// is asked.');
  if (url.username !== '' || url.password !== '') throw new OutsideRefused('An address names no user.');
  if (isIP(host) !== 0 && !vouched && !isPublicAddress(host)) throw new OutsideRefused('This address is inside.');
  const request = url.protocol === 'https:' ? overTls : overPlain;
  const options: RequestOptions = {
    method: asked.method,
    headers: { ...asked.headers, 'accept-encoding': 'identity' },
    // No connection is kept: the next question is held against the networks again.
    agent: false,
    signal: asked.signal ?? AbortSignal.timeout(PATIENCE_MS),
    lookup: vouched ? (reach.resolve ?? resolve) : onlyPublic(reach.resolve ?? resolve),
  };
  const answer = await new Promise<IncomingMessage>((answered, failed) => {
    const sent = request(url, options, answered).once('error', failed);
    sent.end(asked.body === undefined || asked.body === null ? undefined : bytesOf(asked.body));
  });
  return responseOf(answer);
}

type Lookup = NonNullable<RequestOptions['lookup']>;

/** One address that is inside is enough to refuse the name: which of them is taken is not ours to say. */
function onlyPublic(by: typeof resolve): Lookup {
  return (hostname, { family, hints }, callback) => {
    const version = family === 6 || family === 'IPv6' ? 6 : family === 4 || family === 'IPv4' ? 4 : 0;
    by(hostname, { all: true, family: version, ...(hints === undefined ? {} : { hints }) }, (error, found) => {
      const refused =
        error ?? (found.every(({ address }) => isPublicAddress(address)) ? null : new OutsideRefused('It is inside.'));
      if (refused || found.length === 0) callback(refused ?? new OutsideRefused('It has no address.'), []);
      else (callback as (nothing: null, addresses: LookupAddress[]) => void)(null, found);
    });
  };
}

function bytesOf(body: unknown): string | Uint8Array {
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new OutsideRefused('Only texts are sent.');
}

async function responseOf(answer: IncomingMessage): Promise<Response> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > MOST_BYTES) throw new OutsideRefused('The answer is longer than any document is.');
    pieces.push(piece);
  }
  const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each): [string, string] => [name, each]),
  );
  const status = answer.statusCode ?? 502;
  const empty = status === 204 || status === 304;
  return new Response(empty ? null : Buffer.concat(pieces), { status, headers });
}
