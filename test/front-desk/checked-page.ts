import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const require = createRequire(import.meta.url);
/** What pa11y runs in a page; run here in the same browser, since half of these pages are answers to forms. */
const sniffer = readFileSync(
  createRequire(require.resolve('pa11y')).resolve('@pa11y/html_codesniffer/build/HTMLCS.js'),
  'utf8',
);
const SNIFF = `new Promise((resolve) => HTMLCS.process('WCAG2AA', document, () => resolve(HTMLCS.getMessages()
  .filter(({ type }) => type === 1).map(({ code, element }) => code + ' ' + (element.outerHTML || '').slice(0, 200)))))`;
const AXE = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
  nodes.map(({ html }) => id + ' ' + html)))`;
const WIDE = `[document.documentElement.scrollWidth > innerWidth ? 'wider than the window: ' + innerWidth : '']`;

export type Look = Parameters<Page['emulateMedia']>[0];

/** What axe (in each of these looks) and pa11y's HTML_CodeSniffer find wrong in the page as it stands, and whether it is too wide for 320 px. */
export async function wrongOn(page: Page, looks: readonly Look[]): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(axe.source);
  await page.evaluate(sniffer);
  found.push(...(await page.evaluate<string[]>(SNIFF)));
  for (const look of looks) {
    await page.emulateMedia({ media: 'screen', colorScheme: 'light', ...look });
    found.push(...(await page.evaluate<string[]>(AXE)));
  }
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width: 320, height: 720 });
  found.push(...(await page.evaluate<string[]>(WIDE)));
  await page.setViewportSize(size);
  return found.filter((each) => each !== '').map((each) => `${page.url()} ${each}`);
}
