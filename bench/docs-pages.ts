import { subjectSlug } from '../src/api-docs/subject.page.js';
import { accessibilityViolations, chromiumPath } from '../test/support/accessibility.js';
import { DescribedApi } from '../test/support/api/described-api.js';
import { pa11yIssues } from '../test/support/api/pa11y-issues.js';
import { TestApp } from '../test/support/test-app.js';
import { onTestServer } from './support/on-test-server.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const SHOWN = 20;

/**
 * `docs-pages [part]`: every page of the API's reference (or those with that in their address) in Chromium, wide and at
 * 320 px; what axe-core and pa11y find is a fault.
 */
export async function run([part = '']: string[]): Promise<void> {
  const browser = chromiumPath();
  if (!browser) throw new Error('There is no Chromium here: set CHROMIUM_PATH.');
  await onTestServer(async () => {
    const redress = await TestApp.start();
    try {
      await redress.app.listen(0, '127.0.0.1');
      const server = await redress.app.getUrl();
      const subjects = (DescribedApi.read().description.tags ?? []).map(
        ({ name }) => `/docs/operations/${subjectSlug(name)}`,
      );
      const urls = ['/docs', '/docs?q=complaint', '/docs?q=nothing-at-all', '/docs/errors', ...subjects].map(
        (path) => `${server}${path}`,
      );
      const chosen = urls.filter((url) => part.split(',').some((word) => url.includes(word)));
      const axe = await accessibilityViolations(browser, chosen, [1280, 320]);
      say(`axe: ${chosen.length} pages in two widths, light, dark and print: ${axe.length} violations`);
      for (const line of axe.slice(0, SHOWN)) say(line.slice(0, 400));
      const pa11y = await pa11yIssues(browser, chosen);
      say(`pa11y: ${chosen.length} pages: ${pa11y.length} errors`);
      for (const line of pa11y.slice(0, SHOWN)) say(line.slice(0, 400));
      if (axe.length + pa11y.length > 0) process.exitCode = 1;
    } finally {
      await redress.stop();
    }
  });
}
