import axe from 'axe-core';
import pa11y from 'pa11y';
import { type Browser, chromium, type Page } from 'playwright-core';
import puppeteer, { type Page as PuppeteerPage } from 'puppeteer';

/** One Chromium for a whole test file, with and without JavaScript; it says of every address that it asks whose it was. */
export class Browsing {
  readonly foreign: string[] = [];
  readonly errors: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly executablePath: string,
    private readonly base: string,
  ) {}

  static async open(executablePath: string, base: string): Promise<Browsing> {
    return new Browsing(await chromium.launch({ executablePath, args: ['--no-sandbox'] }), executablePath, base);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  async page(options: { javaScriptEnabled?: boolean; width?: number; locale?: string } = {}): Promise<Page> {
    const { javaScriptEnabled = true, width = 1280, locale = 'en-US' } = options;
    const context = await this.browser.newContext({
      ...{ javaScriptEnabled, locale, baseURL: this.base, viewport: { width, height: 800 } },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    page.on('request', (request) => {
      if (!request.url().startsWith(this.base) && !request.url().startsWith('data:')) this.foreign.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
    return page;
  }

  /** What axe-core finds on a page as it stands: rule and element. */
  async axe(
    paths: readonly string[],
    widths: readonly number[],
    { withScript = true, schemes = ['light', 'dark'] }: { withScript?: boolean; schemes?: ('light' | 'dark')[] } = {},
  ): Promise<string[]> {
    const context = await this.browser.newContext({ bypassCSP: true, baseURL: this.base });
    const page = await context.newPage();
    if (!withScript) await page.route('**/*.js', (route) => route.abort());
    const found: string[] = [];
    for (const [path, width] of paths.flatMap((path) => widths.map((each) => [path, each] as const))) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      if (overflow > 0) found.push(`${path} is ${overflow} px wider than ${width} px`);
      await page.evaluate(axe.source);
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
          "axe.run(document, { resultTypes: ['violations'] })",
        );
        found.push(...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${path} ${id} ${node.html}`)));
      }
    }
    await context.close();
    return found;
  }

  /** What pa11y (HTML_CodeSniffer, WCAG 2.1 AA) finds on pages: code and element. */
  async pa11y(paths: readonly string[], { withScript = true } = {}): Promise<string[]> {
    const browser = await puppeteer.launch({ executablePath: this.executablePath, args: ['--no-sandbox'] });
    try {
      const found: string[] = [];
      for (const path of paths) {
        const page = await browser.newPage();
        // The tool itself is a script: what is kept away is ours, and there is no other.
        if (!withScript) await withoutScripts(page);
        const { issues } = await pa11y(`${this.base}${path}`, { browser, page, standard: 'WCAG2AA' });
        found.push(...issues.map(({ code, context }) => `${path} ${code} ${context}`));
        await page.close();
      }
      return found;
    } finally {
      await browser.close();
    }
  }
}

async function withoutScripts(page: PuppeteerPage): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  await session.send('Network.setBlockedURLs', { urls: ['*.js'] });
}
