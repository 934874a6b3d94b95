import type { ApiDescription, ApiMedia, ApiOperation } from '../../../src/api-docs/api-description.js';
import type { DescribedApi } from './described-api.js';

/** The part of the description that is open to everybody, with examples of what is really there on this server. */
export function publicDescription(api: DescribedApi, known: Readonly<Record<string, string>>): ApiDescription {
  const paths: ApiDescription['paths'] = {};
  for (const { method, path, operation } of api.public) {
    if (method === 'options') continue;
    paths[path] = { ...paths[path], [method]: withKnown(path, operation, known) };
  }
  const whole = api.description.components;
  const used = usedIn(paths, whole, new Set());
  const only = <T>(kind: string, parts: Record<string, T> = {}): Record<string, T> =>
    Object.fromEntries(Object.entries(parts).filter(([name]) => used.has(`#/components/${kind}/${name}`)));
  const components = { schemas: only('schemas', whole.schemas), responses: only('responses', whole.responses) };
  return { ...api.description, paths, components };
}

function withKnown(path: string, operation: ApiOperation, known: Readonly<Record<string, string>>): ApiOperation {
  const parameters = operation.parameters?.map((parameter) => {
    const example = known[`${path} ${parameter.name}`] ?? known[parameter.name];
    return parameter.in === 'path' && example !== undefined ? { ...parameter, example } : parameter;
  });
  // A parameter that may be left out is left out: their examples need not fit together.
  const needed = parameters?.filter(({ required }) => required);
  const body = operation.requestBody;
  const content = Object.fromEntries(
    Object.entries(body?.content ?? {}).map(([type, media]) => [type, filled(media, known)]),
  );
  return {
    ...operation,
    ...(needed ? { parameters: needed } : {}),
    ...(body ? { requestBody: { ...body, content } } : {}),
  };
}

function filled(media: ApiMedia, known: Readonly<Record<string, string>>): ApiMedia {
  const example = media.example as Record<string, unknown> | undefined;
  const entries = Object.entries(example ?? {}).map(([name, value]) => [name, known[`body ${name}`] ?? value]);
  return { ...media, example: Object.fromEntries(entries) as unknown };
}

function usedIn(part: unknown, components: object, used: Set<string>): Set<string> {
  if (typeof part !== 'object' || part === null) return used;
  for (const [name, value] of Object.entries(part) as [string, unknown][]) {
    if (name !== '$ref' || typeof value !== 'string') usedIn(value, components, used);
    else if (!used.has(value)) {
      const [, , kind = '', own = ''] = value.split('/');
      usedIn((components as Record<string, Record<string, unknown>>)[kind]?.[own], components, used.add(value));
    }
  }
  return used;
}
