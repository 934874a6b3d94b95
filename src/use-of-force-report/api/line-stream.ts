import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { RuleBroken } from '../../platform/errors/rule-broken.js';

export const BULK_PATH = 'api/v1/use-of-force-reports/bulk';
const MEDIA_TYPE = 'application/x-ndjson';
/** For this route alone; others take a mebibyte. */
const MOST_BYTES = 536_870_912;

/** A body that is read as it comes in, and never as a whole. What it holds is private: nothing walks through it. */
export class LineStream implements AsyncIterable<Uint8Array> {
  readonly #payload: AsyncIterable<Uint8Array>;

  constructor(payload: AsyncIterable<Uint8Array>) {
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

/** Lets the bulk route, and no other, take lines of JSON. */
export function acceptLines(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(MEDIA_TYPE, (request, payload, done) => {
    if (request.routeOptions.url !== `/${BULK_PATH}`) done(wrongMediaType());
    else if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) done(tooLarge());
    else done(null, new LineStream(payload));
  });
}

/** The lines that were sent. @throws RuleBroken media-type (415) */
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
  return new RuleBroken('too-large', 'Send at most 512 MiB at once, and the rest under another key.', 413);
}

function wrongMediaType(): RuleBroken {
  return new RuleBroken(
    'media-type',
    `Lines of JSON (${MEDIA_TYPE}) are for POST /${BULK_PATH}, which takes nothing else.`,
    415,
  );
}
