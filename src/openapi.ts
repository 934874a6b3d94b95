import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { type ApiDescription } from './api-docs/api-description.js';
import { codesByHandler } from './api-docs/codes/codes-by-handler.js';
import { completeDescription } from './api-docs/description/complete-description.js';
import { ProblemView } from './api-docs/description/problem.view.js';
import { AppModule } from './app.module.js';
import type { Connections } from './database/database.module.js';
import { OauthErrorView } from './identity/index.js';

/** Nothing is opened in preview mode: the routes and their types are all that is read. */
const NOWHERE: Connections = {
  appUrl: 'postgresql://nobody@localhost/nothing',
  publicUrl: 'postgresql://nobody@localhost/nothing',
  masterKey: Buffer.alloc(32, 1),
  dataDirectory: '',
  logLevel: 'silent',
};

/** The API as OpenAPI 3.1, from the controllers' own types and docstrings. Needs the build: the compiler's plugin writes them in. */
export async function describeApi(): Promise<ApiDescription> {
  const app = await NestFactory.create(AppModule.with(NOWHERE), new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  const generated = SwaggerModule.createDocument(app, about(), {
    operationIdFactory: (controller, method) => `${controller}.${method}`,
    extraModels: [ProblemView, OauthErrorView],
  });
  // The compiler lists the words of a type in the order in which it met them, which is another in another build. Examples go by
  // the sorted list; what completing adds to it is sorted again.
  sortEnums(generated);
  const description = completeDescription(generated as unknown as ApiDescription, codesByHandler());
  sortEnums(description);
  return description;
}

function about() {
  return new DocumentBuilder()
    .setTitle('Redress')
    .setDescription(
      'Civilian oversight of policing: complaints, boards, use-of-force reports, and public releases that name no one. ' +
        'Every error is problem JSON (RFC 9457) with a stable code; /docs/errors explains each.',
    )
    .setVersion('1')
    .setLicense('GNU Affero General Public License v3.0 or later', 'https://www.gnu.org/licenses/agpl-3.0.html')
    .addServer('/', 'The server that this description comes from')
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'opaque',
        description: "A staff session's token, or a department's key",
      },
      'bearer',
    )
    .addApiKey(
      { type: 'apiKey', in: 'header', name: 'Redress-Receipt', description: "The code on a complainant's receipt" },
      'receipt',
    )
    .build();
}

/** The compiler lists a union's members in the order in which it met them, which differs from build to build. */
function sortEnums(part: object): void {
  for (const [name, value] of Object.entries(part) as [string, unknown][]) {
    if (name === 'enum' && Array.isArray(value)) value.sort();
    else if (typeof value === 'object' && value !== null) sortEnums(value);
  }
}
