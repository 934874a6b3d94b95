import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { SubmissionFormat } from '../records/submission.store.js';

export const BULK_PATH = 'api/v1/use-of-force-reports/bulk';
/** How each format of a bulk names itself. A JSON document has a name of its own here: other routes read JSON whole. */
const FORMATS: Readonly<Record<string, SubmissionFormat>> = {
  'application/x-ndjson': 'json-lines',
  'application/x-redress-json-document': 'json',
  'text/csv': 'csv',
  'application/xml': 'xml',
  'text/xml': 'xml',
};
const JSON_DOCUMENT = 'application/x-redress-json-document';
/** For this route alone; others take a mebibyte. */
const MOST_BYTES = 2_147_483_648;

/** A body that is read as it comes in, and never as a whole. What it holds is private: nothing walks through it. */
export class LineStream implements AsyncIterable<Uint8Array> {
  readonly #payload: AsyncIterable<Uint8Array>;

  constructor(
    payload: AsyncIterable<Uint8Array>,
    readonly format: SubmissionFormat,
  ) {
    this.#payload = payload;
  }

  /** @throws RuleBroken too-large (413), broken-off (400) */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    let received = 0;
    const payload = this.#payload[Symbol.asyncIterator]();
    for (let next = await orBrokenOff(payload.next()); !next.done; next = await orBrokenOff(payload.next())) {
      received += next.value.byteLength;
      if (received > MOST_BYTES) throw tooLarge();
      yield next.value;
    }
  }
}

/** Lets the bulk route, and no other, take streams. */
export function acceptLines(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { headers } = request.raw;
    if (
      request.routeOptions.url === `/${BULK_PATH}` &&
      /^application\/json *(;|$)/i.test(headers['content-type'] ?? '')
    )
      headers['content-type'] = JSON_DOCUMENT;
    done();
  });
  for (const [mediaType, format] of Object.entries(FORMATS))
    fastify.addContentTypeParser(mediaType, (request, payload, done) => {
      if (request.routeOptions.url !== `/${BULK_PATH}`) done(wrongMediaType());
      else if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) done(tooLarge());
      else done(null, new LineStream(payload, format));
    });
}

/** The records that were sent. @throws RuleBroken media-type (415) */
export const SentLines = createParamDecorator((_: unknown, context: ExecutionContext): LineStream => {
  const { body } = context.switchToHttp().getRequest<{ body?: unknown }>();
  if (!(body instanceof LineStream)) throw wrongMediaType();
  return body;
});

async function orBrokenOff<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch {
    throw new RuleBroken(
      'broken-off',
      'The connection broke off. Send the same again under the same key: nothing is doubled.',
      400,
    );
  }
}

function tooLarge(): RuleBroken {
  return new RuleBroken('too-large', 'Send at most 2 GiB at once, and the rest under another key.', 413);
}

function wrongMediaType(): RuleBroken {
  return new RuleBroken(
    'media-type',
    `POST /${BULK_PATH} takes application/x-ndjson, application/json, text/csv and application/xml; it alone takes lines, tables and XML.`,
    415,
  );
}
