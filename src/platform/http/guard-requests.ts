import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RuleBroken } from '../errors/rule-broken.js';
import { AllowedMethods } from './allowed-methods.js';
import { readJson } from './json-reader.js';
import { refuseHostileBody, refuseHostileText } from './refuse-hostile-body.js';
import { refuseHostileQuery } from './refuse-hostile-query.js';

/** What every request passes before its route: methods that are not taken, JSON read strictly, nothing that is sent to do harm. */
export function guardRequests(adapter: FastifyAdapter, bodyLimit: number): void {
  const fastify = adapter.getInstance<FastifyInstance>();
  const methods = new AllowedMethods();
  fastify.addHook('onRoute', ({ url, method }) => {
    methods.note(url, method);
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    done(request.is404 ? methodRefused(request, reply, methods) : undefined);
  });
  adapter.useBodyParser('application/json', false, { bodyLimit }, (_request, body, done) => {
    try {
      done(null, readJson(body));
    } catch (error) {
      done(error as Error);
    }
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    try {
      refuseHostile(request);
      done();
    } catch (error) {
      done(error as Error);
    }
  });
}

/** @throws RuleBroken malformed (400), and more: what is sent to do harm */
export function refuseHostile({ url, body, query, routeOptions }: FastifyRequest): void {
  refuseHostileText(decodedSafely(url));
  refuseHostileBody(body);
  refuseHostileBody(query);
  refuseHostileQuery(query, routeOptions.url ?? '');
}

function methodRefused({ method, url }: FastifyRequest, reply: FastifyReply, methods: AllowedMethods) {
  const taken = methods.at(url);
  if (taken.length === 0) return undefined;
  void reply.header('allow', taken.join(', '));
  return new RuleBroken('method-not-allowed', `This address takes ${taken.join(', ')}, and not ${method}.`, 405);
}

function decodedSafely(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
