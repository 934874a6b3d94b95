import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuseHostile } from './platform/http/guard-requests.js';
import type { Logger } from './platform/logging/logger.js';
import type { FrontDesk } from './transparency/index.js';

/**
 * What is open to everybody is answered before anybody asks who they are: at once, when the desk knows the headers that every
 * answer of the application has, and otherwise when they are made. What is refused there is refused in full below.
 */
export function answerAtTheDesk(
  app: NestFastifyApplication,
  desk: FrontDesk,
  when: 'before the headers' | 'after the headers',
): void {
  const headersAreMade = when === 'after the headers';
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      const again = headersAreMade ? null : desk.repeat(request.raw);
      if (again) {
        for (let at = 0; at < again.headers.length; at += 2)
          reply.header(again.headers[at] ?? '', again.headers[at + 1]);
        void reply.status(again.status).send(again.body ?? undefined);
        return;
      }
      if (!desk.isTaken(request) || desk.knowsHeaders === headersAreMade || isHostile(request)) {
        done();
        return;
      }
      if (headersAreMade) desk.learnHeaders(reply.getHeaders());
      void desk.answer(request, reply).then((isAnswered) => {
        if (!isAnswered) done();
      });
    });
}

/** What is sent to do harm is refused in full on the ordinary way. */
function isHostile(request: FastifyRequest): boolean {
  try {
    refuseHostile(request);
    return false;
  } catch {
    return true;
  }
}

/** What was answered before is said again where requests come in: nothing of the application is needed for it. */
export function repeatAtTheDoor(app: NestFastifyApplication, desk: FrontDesk, logger: Logger): void {
  const server = app.getHttpServer();
  const listeners = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  server.removeAllListeners('request').on('request', (request, response) => {
    const again = desk.repeat(request);
    if (!again) {
      for (const listener of listeners) listener(request, response);
      return;
    }
    const { status, headers, body, route } = again;
    response.writeHead(status, headers).end(body ?? undefined);
    logger.info('request', { method: request.method ?? 'GET', route, status, milliseconds: 0 });
  });
}
