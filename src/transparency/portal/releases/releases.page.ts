import { type Html, html } from '../../../platform/html/html.js';
import type { ShelvedDataset, ShelvedRelease, ShelvedVersion, WithdrawnVersion } from './release-shelf.reader.js';
import { filled, type ReleaseTexts } from './releases.texts.js';

const KEY = '/.well-known/redress-release-key.pem';
const OPENSSL =
  'openssl pkeyutl -verify -pubin -inkey redress-release-key.pem -rawin -in manifest.json -sigfile manifest.json.sig';

/** Every dataset, by its newest release. @param place null: of all places */
export function datasetsPage(datasets: readonly ShelvedDataset[], place: string | null, texts: ReleaseTexts): Html {
  const heading = place === null ? texts.shelf : filled(texts.shelfOf, { place });
  const rows = datasets.map(
    (each) =>
      html`<tr>
        <th scope="row"><a href="${addressOf(each.jurisdiction, each.dataset)}">${each.title}</a><br />${each.jurisdictionName}</th>
        <td><a href="${addressOf(each.jurisdiction, each.dataset, each.version)}">${each.version}</a></td>
        <td>${dayOf(each.publishedAt)}</td>
        <td class="number">${count(each.rows)}</td>
      </tr>`,
  );
  const empty = html`<p>${texts.none}</p>`;
  const table = tableOf(texts.datasets, [texts.dataset, texts.newest, texts.published, texts.rows], rows);
  return html`<h1>${heading}</h1>
    <p>${texts.never}</p>
    ${datasets.length === 0 ? empty : table}
    <p>${texts.list}</p>`;
}

/** Every release of a dataset, and what was taken back. */
export function versionsPage(
  {
    newest,
    versions,
    withdrawn,
  }: { newest: ShelvedDataset; versions: readonly ShelvedVersion[]; withdrawn: readonly WithdrawnVersion[] },
  texts: ReleaseTexts,
): Html {
  const { jurisdiction, jurisdictionName, dataset, title, oneRow } = newest;
  const rows = versions.map(
    ({ version, publishedAt, rows: many }) =>
      html`<tr>
        <th scope="row"><a href="${addressOf(jurisdiction, dataset, version)}">${version}</a></th>
        <td>${dayOf(publishedAt)}</td>
        <td class="number">${count(many)}</td>
      </tr>`,
  );
  const gone = withdrawn.map(
    ({ version, withdrawnAt, reason }) =>
      html`<tr><th scope="row">${version}</th><td>${dayOf(withdrawnAt)}</td><td>${reason}</td></tr>`,
  );
  const latest = filled(texts.latest, { address: `${addressOf(jurisdiction, dataset)}/latest/data.csv` });
  return html`<p>${way(texts, [jurisdiction, jurisdictionName])}</p>
    <h1>${title}</h1>
    <p><strong>${texts.oneRow}:</strong> ${oneRow}</p>
    ${tableOf(texts.versions, [texts.version, texts.published, texts.rows], rows)}
    ${gone.length === 0 ? null : tableOf(texts.withdrawn, [texts.version, texts.withdrawnOn, texts.reason], gone)}
    <p>${latest}</p>
    <p>${texts.list}</p>`;
}

/** Every file of a release. */
export function releasePage(release: ShelvedRelease, texts: ReleaseTexts): Html {
  const { jurisdiction, jurisdictionName, dataset, version, title, oneRow, caveats, files, leftOut } = release;
  const address = addressOf(jurisdiction, dataset, version);
  const rows = files.map(
    ({ name, bytes, sha256, withheld }) =>
      html`<tr>
        <th scope="row">${withheld ? name : html`<a href="${address}/${encodeURIComponent(name)}">${name}</a>`}</th>
        <td>${withheld ? texts.withheld : (texts.aboutFile[name] ?? '')}</td>
        <td class="number">${sizeOf(bytes)}</td>
        <td class="sum"><code>${sha256}</code></td>
      </tr>`,
  );
  const missing = leftOut.map(({ name, why }) => html`<li><code>${name}</code>: ${why}</li>`);
  return html`<p>${way(texts, [jurisdiction, jurisdictionName], [dataset, title])}</p>
    <h1>${title}, ${version}</h1>
    <p>${jurisdictionName}, ${dayOf(release.publishedAt)}. ${texts.rows}: ${count(release.rows)}. k = ${release.k}.</p>
    <p><strong>${texts.oneRow}:</strong> ${oneRow}</p>
    ${tableOf(texts.files, [texts.file, texts.about, texts.size, texts.sum], rows)}
    ${missing.length === 0 ? null : html`<h2>${texts.leftOut}</h2><ul>${missing}</ul>`}
    <h2>${texts.caveats}</h2>
    <ul>${caveats.map((caveat) => html`<li>${caveat}</li>`)}</ul>
    <h2>${texts.check}</h2>
    <p>${texts.checkSums}</p>
    <pre tabindex="0"><code>sha256sum -c SHA256SUMS</code></pre>
    <p>${filled(texts.checkSignature, { address: KEY })}</p>
    <pre tabindex="0"><code>${OPENSSL}</code></pre>
    <p>${texts.list}</p>`;
}

/** The way back up. */
function way(texts: ReleaseTexts, ...steps: readonly (readonly [slug: string, name: string])[]): Html {
  const links = steps.map(([, name], at) => {
    const address = `/releases/${steps
      .slice(0, at + 1)
      .map(([slug]) => slug)
      .join('/')}`;
    return html` › <a href="${address}">${name}</a>`;
  });
  return html`<a href="/releases">${texts.shelf}</a>${links}`;
}

function tableOf(caption: string, heads: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption>${caption}</caption>
      <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${rows}</tbody>
    </table>
  </div>`;
}

const addressOf = (...parts: readonly string[]): string => `/releases/${parts.map(encodeURIComponent).join('/')}`;
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
const count = (value: number): string => value.toLocaleString('en-US');

function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
