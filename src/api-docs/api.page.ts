import { type Html, html } from '../platform/html/html.js';
import { type ApiDescription, type DescribedOperation, operationsOf } from './api-description.js';
import { words } from './api-docs.texts.js';
import { subjectSlug } from './subject.page.js';

/** Every operation by subject, each with a link to all of it; or what was found by words. */
export function apiPage(
  description: ApiDescription,
  wanted: string,
  found: readonly DescribedOperation[] | null,
): Html {
  return html`<h1>${words.title}</h1>
    <p>
      ${words.machineReadable} <a href="/docs/openapi.json">openapi.json</a> (OpenAPI 3.1). ${words.everyError}
      <a href="/docs/errors">${words.problemJson}</a>.
    </p>
    <form action="/docs" method="get" role="search">
      <p>
        <label for="q">${words.search}</label>
        <input id="q" name="q" type="search" value="${wanted}" maxlength="100" aria-describedby="hint" />
        <button type="submit">${words.find}</button>
      </p>
      <p id="hint"><small>${words.searchHint}</small></p>
    </form>
    ${found === null ? subjects(description) : results(found)}`;
}

function results(found: readonly DescribedOperation[]): Html {
  return html`<h2>${words.found}: ${found.length}</h2>
    ${found.length === 0 ? html`<p>${words.nothingFound}</p>` : operationTable(words.found, found)}
    <p><a href="/docs">${words.all}</a></p>`;
}

function subjects(description: ApiDescription): Html {
  const tags = description.tags ?? [];
  const operations = operationsOf(description);
  return html`<h2>${words.subjects}</h2>
    <ul>
      ${tags.map(({ name }) => html`<li><a href="#${subjectSlug(name)}">${name}</a></li>`)}
    </ul>
    ${tags.map(({ name, description: about }) => {
      const own = operations.filter(({ operation }) => operation.tags?.[0] === name);
      return html`<h2 id="${subjectSlug(name)}">${name}</h2>
        <p>${about}</p>
        ${operationTable(name, own)}`;
    })}`;
}

function operationTable(caption: string, operations: readonly DescribedOperation[]): Html {
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.method}</th>
        <th scope="col">${words.address}</th>
        <th scope="col">${words.does}</th>
      </tr>
    </thead>
    <tbody>
      ${operations.map(
        ({ method, path, operation }) =>
          html`<tr>
            <td><span class="method">${method.toUpperCase()}</span></td>
            <td>
              <a href="/docs/operations/${subjectSlug(operation.tags?.[0] ?? '')}#${operation.operationId}"
                ><code>${path}</code></a
              >
            </td>
            <td>${operation.summary}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
