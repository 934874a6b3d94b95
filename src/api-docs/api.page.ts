import { type Html, html } from '../platform/html/html.js';
import type { ApiDescription, ApiOperation, ApiSchema } from './api-description.js';

interface Entry {
  method: string;
  path: string;
  operation: ApiOperation;
}

/** One section a feature, one heading an operation: who may, what goes in, what comes out. */
export function apiPage(description: ApiDescription): Html {
  const entries = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Entry => ({ method: method.toUpperCase(), path, operation })),
  );
  const tags = [...new Set(entries.map(({ operation }) => tagOf(operation)))];
  const schemas = description.components?.schemas ?? {};
  return html`<h1>The API</h1>
    <p>
      Machine-readable: <a href="/docs/openapi.json">openapi.json</a> (OpenAPI 3). Every error is
      <a href="/docs/errors">problem JSON with a stable code</a>.
    </p>
    <ul>
      ${tags.map((tag) => html`<li><a href="#${tag}">${tag}</a></li>`)}
    </ul>
    ${tags.map((tag) => {
      const own = entries.filter(({ operation }) => tagOf(operation) === tag);
      return html`<h2 id="${tag}">${tag}</h2>
        ${own.map((entry) => operationSection(entry, schemas))}`;
    })}`;
}

function tagOf(operation: ApiOperation): string {
  return operation.tags?.[0] ?? 'other';
}

function operationSection({ method, path, operation }: Entry, schemas: Record<string, ApiSchema>): Html {
  const body = operation.requestBody && Object.values(operation.requestBody.content)[0]?.schema;
  const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'));
  const answer = success?.[1].content && Object.values(success[1].content)[0]?.schema;
  const permission = operation['x-permission'];
  return html`<h3 id="${operation.operationId}"><span class="method">${method}</span> <code>${path}</code></h3>
    <p>
      ${operation.summary}
      ${permission === undefined ? html`<em>Open to everybody.</em>` : html`<em>For those who hold <code>${permission}</code>.</em>`}
    </p>
    ${parameters(operation)} ${body ? fields('Send', body, schemas) : null}
    ${answer ? fields(`Answer ${success[0]}`, answer, schemas) : null}`;
}

function parameters({ parameters = [] }: ApiOperation): Html | null {
  if (parameters.length === 0) return null;
  return table(
    'Parameters',
    parameters.map(({ name, in: place, required, description }) => [
      name,
      `${place}${required ? ', required' : ''}`,
      description ?? '',
    ]),
  );
}

function fields(caption: string, schema: ApiSchema, schemas: Record<string, ApiSchema>): Html {
  const items = schema.type === 'array' ? schema.items : undefined;
  const shape = resolve(items ?? schema, schemas);
  const rows = Object.entries(shape.properties ?? {}).map(([name, property]) => [
    name,
    `${typeOf(property)}${shape.required?.includes(name) ? ', required' : ''}`,
    property.description ?? '',
  ]);
  return rows.length === 0 ? html`` : table(items ? `${caption}: a list of` : caption, rows);
}

function table(caption: string, rows: string[][]): Html {
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">Name</th>
        <th scope="col">Type</th>
        <th scope="col">Meaning</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([name, type, meaning]) =>
          html`<tr>
            <td><code>${name}</code></td>
            <td>${type}</td>
            <td>${meaning}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function resolve(schema: ApiSchema, schemas: Record<string, ApiSchema>): ApiSchema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : (schemas[name] ?? {});
}

function typeOf(schema: ApiSchema): string {
  const [whole] = schema.allOf ?? [];
  if (whole) return typeOf(whole);
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1) ?? 'object';
  if (schema.type === 'array' && schema.items) return `list of ${typeOf(schema.items)}`;
  if (schema.enum) return schema.enum.map(String).join(' | ');
  return schema.format ?? [schema.type ?? 'value'].flat().join(' or ');
}
