import { afterAll, describe, expect, it } from '@jest/globals';
import { fastify as create } from 'fastify';
import { setTimeout as wait } from 'node:timers/promises';
import { holdRefusals } from './hold-refusals.js';

const fastify = create();
holdRefusals(fastify);
fastify.get<{ Params: { status: string; after: string } }>('/:status/:after', async ({ params }, reply) => {
  await wait(Number(params.after));
  return reply.status(Number(params.status)).send('said');
});
afterAll(() => fastify.close());

async function milliseconds(url: string): Promise<number> {
  const begun = performance.now();
  await fastify.inject(url);
  return performance.now() - begun;
}

describe('a refusal', () => {
  it.each([401, 404, 422])(
    'of status %i leaves no sooner than ten milliseconds, however soon it was ready',
    async (status) => {
      expect(await milliseconds(`/${status}/0`)).toBeGreaterThanOrEqual(9);
      expect(await milliseconds(`/${status}/5`)).toBeGreaterThanOrEqual(9);
    },
  );

  it('is what is held, and nothing else', async () => {
    const times: number[] = [];
    for (let time = 0; time < 20; time++) times.push(await milliseconds('/200/0'));
    expect(Math.min(...times)).toBeLessThan(9);
  });
});
