import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RuleBroken } from '../../platform/errors/rule-broken.js';

const KEY = /^[\x21-\x7e]{8,200}$/;

/**
 * The client's own name for this request, by which a repetition is known. A machine that sends reports must give one.
 * @throws RuleBroken idempotency-key-missing, idempotency-key-malformed (400)
 */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { headers } = context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>();
  const key = headers['idempotency-key'];
  if (key === undefined) {
    const message = 'Send an Idempotency-Key header, new for each new request: when you repeat it, nothing is doubled.';
    throw new RuleBroken('idempotency-key-missing', message, 400);
  }
  if (KEY.test(key)) return key;
  throw new RuleBroken(
    'idempotency-key-malformed',
    'Let the Idempotency-Key be 8 to 200 visible ASCII characters, a UUID say.',
    400,
  );
});
