import { Html, html } from '../../../platform/html/html.js';
import type { Reader } from '../../../platform/html/reader.js';
import { text } from '../../../platform/html/text.js';
import type { CataloguedDataset } from '../../published/catalogue/catalogued-dataset.js';
import { schemaOrgDataset } from '../../published/catalogue/schema-org.js';

/** For programs that look at the page: the dataset as schema.org/Dataset, and the feed of its releases. */
export function datasetHead(dataset: CataloguedDataset, { origin, language }: Reader): Html {
  const feed = `/datasets/${dataset.jurisdiction}/${dataset.dataset}/releases.atom`;
  // It is data, not a script: nothing runs it, and no `<` in it ends it.
  const json = JSON.stringify(schemaOrgDataset(origin, dataset)).replaceAll('<', '\\u003c');
  return html`<link rel="alternate" type="application/atom+xml" title="${text(language, 'dataset.feed')}" href="${feed}" />
    ${new Html(`<script type="application/ld+json">${json}</script>`)}`;
}
