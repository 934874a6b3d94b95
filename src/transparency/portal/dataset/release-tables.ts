import { type Html, html } from '../../../platform/html/html.js';
import { day, number, text } from '../../../platform/html/text.js';
import type { Language } from '../../../platform/html/language.js';
import type { DatasetFacts, DatasetHistory, ReleaseFacts } from '../facts/dataset-facts.js';
import { filePath } from '../facts/place-address.js';

/** Every release with its files: how large they are, and the hash by which a copy is known to be whole. */
export function releaseTables(facts: DatasetFacts, { releases, withdrawn }: DatasetHistory, language: Language): Html {
  return html`${releases.map((release, at) => releaseSection(facts, release, language, at === 0))}
  ${withdrawn.map(
    ({ version, withdrawnAt, reason }) =>
      html`<section class="card">
        <h3>${text(language, 'releases.version', { version })}</h3>
        <p>
          ${text(language, 'releases.withdrawn', { day: day(language, withdrawnAt) })} <span lang="en">${reason}</span>
        </p>
      </section>`,
  )}`;
}

function releaseSection(facts: DatasetFacts, release: ReleaseFacts, language: Language, newest: boolean): Html {
  const { version, publishedAt, rows, files } = release;
  const caption = text(language, 'releases.version', { version });
  const headings = ['releases.file', 'releases.size', 'releases.sha256'] as const;
  const table = html`<div class="wide" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${text(language, heading)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${files.map(
          ({ name, bytes, sha256 }) =>
            html`<tr>
              <th scope="row"><a href="${filePath(facts, version, name)}">${name}</a></th>
              <td class="number">${size(language, bytes)}</td>
              <td><code>${sha256}</code></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
  const said = text(language, 'releases.of', { day: day(language, publishedAt), rows });
  return newest
    ? html`<h3>${caption}</h3>
        <p>${said}</p>
        ${table}`
    : html`<details>
        <summary>${caption}. ${said}</summary>
        ${table}
      </details>`;
}

export function size(language: Language, bytes: number): string {
  if (bytes < 1_000_000) return `${number(language, Math.ceil(bytes / 1000))} kB`;
  return `${number(language, bytes / 1_000_000, 1)} MB`;
}
