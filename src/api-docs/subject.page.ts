import { type Html, html } from '../platform/html/html.js';
import type { ApiDescription, DescribedOperation } from './api-description.js';
import { words } from './api-docs.texts.js';
import { operationSection } from './operation-section.js';

/** The operations on one subject with all that is to be known of each. */
export function subjectPage(
  tag: { name: string; description?: string },
  operations: readonly DescribedOperation[],
  description: ApiDescription,
): Html {
  return html`<p><a href="/docs">${words.all}</a></p>
    <h1>${tag.name}</h1>
    <p>${tag.description}</p>
    <ul>
      ${operations.map(
        ({ method, operation }) =>
          html`<li>
            <a href="#${operation.operationId}"
              ><span class="method">${method.toUpperCase()}</span> ${operation.summary}</a
            >
          </li>`,
      )}
    </ul>
    ${operations.map((each) => operationSection(each, description))}`;
}

/** A subject's name in addresses. */
export function subjectSlug(tag: string): string {
  return tag.replaceAll(' ', '-');
}
