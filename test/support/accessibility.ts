import axe from 'axe-core';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Where a Chromium is: what CHROMIUM_PATH names, or the first of the usual names on the PATH; null when there is none. */
export function chromiumPath(): string | null {
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  const places = PATH.split(delimiter).flatMap((directory) => NAMES.map((name) => join(directory, name)));
  return places.find((place) => existsSync(place)) ?? null;
}

/** What axe-core finds on each of these pages in headless Chromium, in the light, in the dark and in print, at each width: rule and element. */
export async function accessibilityViolations(
  executablePath: string,
  urls: readonly string[],
  widths: readonly number[] = [1280],
): Promise<string[]> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const found: string[] = [];
    const page = await browser.newPage({ bypassCSP: true });
    for (const [url, width] of urls.flatMap((each) => widths.map((width) => [each, width] as const))) {
      await page.setViewportSize({ width, height: 720 });
      await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
      await page.goto(url);
      await page.evaluate(axe.source);
      for (const look of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { media: 'print' }] as const) {
        await page.emulateMedia({ media: 'screen', ...look });
        const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
          "axe.run(document, { resultTypes: ['violations'] })",
        );
        found.push(...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${url} ${id} ${node.html}`)));
      }
    }
    return found;
  } finally {
    await browser.close();
  }
}
