import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { awaitKey, findAnswer, keepAnswer, type OnceKey, type StoredAnswer } from '../records/idempotency.store.js';

/**
 * Does `work` once for a key, in the caller's transaction: who repeats the request gets the first answer again, to the byte.
 * A request that was refused is not kept: mended, it may come again under its key.
 * @throws RuleBroken idempotency-key-in-flight (409), idempotency-key-reused (422)
 */
export async function answerOnce<Answer>(
  manager: EntityManager,
  once: OnceKey,
  request: unknown,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (!(await awaitKey(manager, once))) throw inFlight();
  const requestHash = createHash('sha256').update(JSON.stringify(request)).digest();
  const stored = await findAnswer(manager, once);
  if (stored) return repeated<Answer>(stored, requestHash);
  const answer = await work();
  await keepAnswer(manager, once, { requestHash, body: JSON.stringify(answer) });
  return answer;
}

/** The stored answer, if it answers the same request. JSON that JSON.stringify wrote is written alike again. */
export function repeated<Answer>(stored: StoredAnswer, requestHash: Buffer): Answer {
  if (!stored.requestHash.equals(requestHash)) {
    throw new RuleBroken(
      'idempotency-key-reused',
      'This Idempotency-Key belongs to a request that said something else: draw a new key for each new request.',
      422,
    );
  }
  return JSON.parse(stored.body) as Answer;
}

export function inFlight(): RuleBroken {
  return new RuleBroken(
    'idempotency-key-in-flight',
    'The first request with this Idempotency-Key is still being worked on: repeat it later.',
  );
}
