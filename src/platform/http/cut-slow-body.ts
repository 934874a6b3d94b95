import type { FastifyRequest } from 'fastify';

/** Ends a request whose body has not come in whole by then. What goes out may take as long as the reader needs. */
export function cutSlowBody({ raw, method }: FastifyRequest, milliseconds: number): void {
  if (method === 'GET' || method === 'HEAD') return;
  // Nothing waits for it alone: a process that has drained ends at once.
  const late = setTimeout(() => raw.destroy(), milliseconds).unref();
  const inTime = (): void => {
    clearTimeout(late);
  };
  raw.once('end', inTime);
  raw.once('close', inTime);
}
