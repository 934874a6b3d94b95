import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { AppModule } from './app.module.js';
import type { Connections } from './database/database.module.js';
import { frameworkProblem } from './platform/errors/framework-problem.js';
import { ProblemFilter } from './platform/errors/problem.filter.js';
import { validationProblem } from './platform/errors/validation-problem.js';
import { oauthErrors } from './identity/index.js';
import { Clock } from './platform/clock.js';
import { limitPublic } from './platform/http/limit-public.js';
import { answerUnreadable } from './platform/http/answer-unreadable.js';
import { compressPages } from './platform/http/compress-pages.js';
import { cutSlowBody } from './platform/http/cut-slow-body.js';
import { refuseOversized } from './platform/http/refuse-oversized.js';
import { guardRequests } from './platform/http/guard-requests.js';
import { holdRefusals } from './platform/http/hold-refusals.js';
import { Logger } from './platform/logging/logger.js';
import { EvidenceSettings } from './platform/settings.js';
import { widenYoungSpace } from './platform/young-space.js';
import { answerAtTheDesk, repeatAtTheDoor } from './public-answers.js';
import { FrontDesk } from './transparency/index.js';

const MEBIBYTE = 1_048_576;
/** Where one file comes in and nothing that would be lost with it: a complaint is filed though its film is too long. */
const ONE_FILE: readonly string[] = [
  '/api/v1/complaints/:complaintId/evidence/files',
  '/api/v1/jurisdictions/:jurisdiction/my-complaint/files',
  '/follow/:jurisdiction/file',
];

/** A request whose body takes longer to come in is cut; a department's bulk of a hundred thousand reports may take its time. */
const SLOWEST_BODY_MS = 30_000;
const LONGEST_BULK_MS = 1_800_000;
const TAKES_ITS_TIME: readonly (string | undefined)[] = [
  '/api/v1/use-of-force-reports/bulk',
  ...ONE_FILE,
  '/complain/:jurisdiction',
];

/**
 * What every request meets before a controller. The server and every test are made by this one function.
 * @param mode.holdsRefusals as every server does that others reach; thousands of refusals in tests need not wait
 */
export async function createApp(
  connections: Connections,
  mode: { holdsRefusals: boolean } = { holdsRefusals: false },
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: MEBIBYTE,
    requestTimeout: LONGEST_BULK_MS,
    connectionTimeout: 30_000,
    trustProxy: [...(connections.publicDoor?.trustedProxies ?? [])],
    http: { maxHeaderSize: 8_192, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 },
    clientErrorHandler: answerUnreadable,
    frameworkErrors: frameworkProblem,
    routerOptions: { maxParamLength: 200 },
    // Nothing that a caller sends names a request: the id is ours, and random.
    genReqId: () => randomUUID(),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(connections), adapter, {
    logger: false,
    abortOnError: false,
  });
  guardRequests(adapter, MEBIBYTE);
  refuseOversized(adapter.getInstance(), ONE_FILE, app.get(EvidenceSettings).mostBytes);
  const desk = app.get(FrontDesk);
  answerAtTheDesk(app, desk, 'before the headers');
  await app.register(helmet, {
    contentSecurityPolicy: { directives: contentPolicy },
    crossOriginResourcePolicy: false,
  });
  // A file is read by its route while it comes in; no other route takes a form.
  await app.register(multipart);
  compressPages(app.getHttpAdapter().getInstance());
  const logger = app.get(Logger);
  watchRequests(app, logger);
  limitPublic(app.getHttpAdapter().getInstance(), app.get(Clock));
  widenWhenBusy(app);
  answerAtTheDesk(app, desk, 'after the headers');
  if (mode.holdsRefusals) holdRefusals(app.getHttpAdapter().getInstance());
  repeatAtTheDoor(app, desk, logger);
  app.useGlobalPipes(
    new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      exceptionFactory: validationProblem,
    }),
  );
  app.useGlobalFilters(new ProblemFilter(logger, [oauthErrors]));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** What the public files and follows. */
const OF_COMPLAINANTS = /^\/(complain|follow)\/|^\/api\/v1\/jurisdictions\/:jurisdiction\/(complaints|my-complaint)/;

/** Pages load their own style and nothing else: no script inline, nothing from another host. */
const contentPolicy = {
  // No page has a <base>: one that came in by somebody's words would turn all its addresses elsewhere.
  baseUri: ["'none'"],
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
};

/** Who has answered so many is no idle server any more. */
const BUSY = 300;

function widenWhenBusy(app: NestFastifyApplication): void {
  let answered = 0;
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (_request, _reply, done) => {
      if (++answered === BUSY) setImmediate(widenYoungSpace);
      done();
    });
}

function watchRequests(app: NestFastifyApplication, logger: Logger): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (_request, reply, done) => {
    // Case data stays in no cache; the public plane says otherwise for its own answers.
    void reply.header('cache-control', 'no-store');
    done();
  });
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (!TAKES_ITS_TIME.includes(request.routeOptions.url)) cutSlowBody(request, SLOWEST_BODY_MS);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    // When somebody wrote to the agency is theirs to tell: a log line would keep it to the millisecond.
    if (!OF_COMPLAINANTS.test(route)) {
      const milliseconds = Math.round(reply.elapsedTime);
      logger.info('request', {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        milliseconds,
      });
    }
    done();
  });
}
