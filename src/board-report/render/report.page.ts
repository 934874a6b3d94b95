import { type Html, html } from '../../platform/html/html.js';
import { page } from '../../platform/html/page.js';
import { cellInWords } from '../rules/figures.js';
import type {
  ReportContent,
  ReportEdition,
  ReportRow,
  ReportSection,
  ReportSource,
  ReportTable,
} from '../rules/report-content.js';
import { monthsInWords } from '../rules/report-period.js';
import { isDrawn } from './bars.js';
import { barSvg } from './bar-svg.js';
import { editionInWords, reportTitle, sourceLine } from './report-title.js';

/** The whole report as a page that prints as it reads, and needs no script. */
export function reportPage(content: ReportContent, edition: ReportEdition): string {
  return page(reportTitle(content), reportBody(content, edition));
}

function reportBody(content: ReportContent, edition: ReportEdition): Html {
  const { place, period, sections, sources, dataAsOf } = content;
  const files = `/reports/${place.slug}/${period.code}`;
  const pinned = edition.number === null ? '' : `?edition=${edition.number}`;
  return html`<article class="report">
    <h1>${period.title}</h1>
    <p>
      <strong>${place.name}</strong>, ${monthsInWords(period.from, period.to)}. ${editionInWords(edition)} Every figure
      comes from what was released before, anonymized and approved${asOf(dataAsOf)}; no case was looked at to make this report.
    </p>
    ${
      edition.number === null
        ? null
        : html`<p>
            <a href="${files}.pdf${pinned}">PDF</a> · <a href="${files}.csv${pinned}">CSV, one table</a> ·
            <a href="${files}.json${pinned}">JSON</a> · <a href="/reports/${place.slug}">All reports and editions</a>
          </p>`
    }
    <nav aria-label="Contents">
      <h2>Contents</h2>
      <ol>
        ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
        <li><a href="#sources">Sources</a></li>
      </ol>
    </nav>
    ${sections.map((section) => sectionHtml(section, sources))}
    <section id="sources">
      <h2>Sources</h2>
      ${sources.map(sourceHtml)}
    </section>
  </article>`;
}

const asOf = (day: string | null): string => (day === null ? '' : `, the newest of it on ${day.slice(0, 10)}`);

function sectionHtml({ id, title, lines, tables }: ReportSection, sources: readonly ReportSource[]): Html {
  return html`<section id="${id}">
    <h2>${title}</h2>
    ${lines.map((line) => html`<p>${line}</p>`)} ${tables.map((table) => tableHtml(table, sources))}
  </section>`;
}

function tableHtml(table: ReportTable, sources: readonly ReportSource[]): Html {
  const { id, title, rowTitle, columns, rows, notes } = table;
  return html`<h3 id="${id}-title">${title}</h3>
  <figure id="${id}">
    ${isDrawn(table) ? barSvg(table) : null}
    <div class="wide" role="region" tabindex="0" aria-labelledby="${id}-title">
      <table aria-labelledby="${id}-title">
        <thead>
          <tr>
            <th scope="col">${rowTitle}</th>
            ${columns.map((column) => html`<th scope="col" class="number">${column.title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => rowHtml(row, table))}
        </tbody>
      </table>
    </div>
    <figcaption>
      ${notes.map((note) => html`<p>${note}</p>`)}
      <p>${sourceLine(table, sources)}</p>
    </figcaption>
  </figure>`;
}

function rowHtml({ label, note, cells }: ReportRow, { columns }: ReportTable): Html {
  return html`<tr>
    <th scope="row">${label}${note === null ? null : html`<br /><small>${note}</small>`}</th>
    ${columns.map((column, at) => html`<td class="number">${cellInWords(cells[at], column)}</td>`)}
  </tr>`;
}

function sourceHtml({ id, title, version, sha256, address, notes }: ReportSource): Html {
  return html`<h3 id="source-${id}">${title}</h3>
    <p>
      <code>${id}</code>, version ${version}. SHA-256 <code>${sha256}</code>.
      ${address === null ? null : html`<a href="${address}">Where to get ${id}</a>`}
    </p>
    ${notes.length === 0 ? null : html`<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>`}`;
}
