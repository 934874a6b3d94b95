import { type Html, html } from '../platform/html/html.js';
import type { ApiDescription, ApiOperation, ApiSchema, DescribedOperation } from './api-description.js';
import { words } from './api-docs.texts.js';
import { curlOf, textOf } from './curl-of.js';
import { SchemaRows } from './schema-rows.js';

/** Who may, what goes in, what comes out, what can go wrong, and a call to copy. */
export function operationSection({ method, path, operation }: DescribedOperation, description: ApiDescription): Html {
  const body = Object.entries(operation.requestBody?.content ?? {})[0];
  const [status, success] = Object.entries(operation.responses).find(([code]) => code.startsWith('2')) ?? [];
  const answer = Object.entries(success?.content ?? {})[0];
  const schemas = new SchemaRows(description.components.schemas ?? {});
  const label = `${method.toUpperCase()} ${path}`;
  return html`<section>
    <h2 id="${operation.operationId}">${operation.summary}</h2>
    <p><span class="method">${method.toUpperCase()}</span> <code>${path}</code></p>
    ${(operation.description ?? '').split('\n\n').map((paragraph) => html`<p>${inCode(paragraph)}</p>`)}
    ${parametersOf(operation, label, schemas)} ${body ? fields(`${words.send}: ${body[0]}`, label, body[1].schema, schemas) : null}
    ${answer ? fields(`${words.answer} ${status ?? ''}: ${answer[0]}`, label, answer[1].schema, schemas) : null}
    ${errorsOf(operation, label, description)}
    <h3>${words.call}<span class="away">: ${label}</span></h3>
    <pre tabindex="0" role="region" aria-label="${words.call}: ${label}"><code>${curlOf({ method, path, operation })}</code></pre>
  </section>`;
}

/** Words between backticks are code. */
function inCode(text: string): Html[] {
  return text.split('`').map((part, at) => (at % 2 === 0 ? html`${part}` : html`<code>${part}</code>`));
}

function parametersOf({ parameters = [] }: ApiOperation, label: string, schemas: SchemaRows): Html | null {
  if (parameters.length === 0) return null;
  const rows = parameters.map(({ name, in: place, required, description = '', schema = {}, example }) => [
    name,
    `${place}, ${schemas.typeOf(schema)}${required ? `, ${words.required}` : ''}`,
    `${description} ${example === undefined ? '' : `${words.example}: \`${textOf(example)}\``}`,
  ]);
  return table(words.parameters, label, [words.name, words.type, words.meaning], rows);
}

function fields(caption: string, label: string, schema: ApiSchema | undefined, schemas: SchemaRows): Html {
  const rows = schemas.of(schema ?? {}).map(({ name, type, meaning }) => [name, type, meaning]);
  if (rows.length === 0) return html`<p>${caption}: ${schemas.typeOf(schema ?? {})}</p>`;
  return table(caption, label, [words.name, words.type, words.meaning], rows);
}

function errorsOf(
  { responses, 'x-codes': own = [] }: ApiOperation,
  label: string,
  { components }: ApiDescription,
): Html {
  const rows = Object.entries(responses)
    .filter(([status]) => Number(status) >= 400)
    .map(([status, response]) => {
      const shared = components.responses?.[response.$ref?.split('/').at(-1) ?? ''];
      return [status, (shared ?? response).description ?? ''];
    });
  return html`${table(words.errors, label, [words.status, words.meaning], rows)}
  ${
    own.length === 0
      ? null
      : html`<p>
        ${words.ownCodes}: ${own.map((code, at) => html`${at === 0 ? '' : ', '}<a href="/docs/errors#${code}"><code>${code}</code></a>`)}
      </p>`
  }`;
}

function table(caption: string, label: string, heads: string[], rows: string[][]): Html {
  return html`<table>
    <caption>
      ${caption}<span class="away">: ${label}</span>
    </caption>
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first, ...others]) =>
          html`<tr>
            <td><code>${first}</code></td>
            ${others.map((cell) => html`<td>${inCode(cell)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
