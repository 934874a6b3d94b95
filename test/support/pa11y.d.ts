declare module 'pa11y' {
  import type { Browser, Page } from 'puppeteer';

  export interface Issue {
    code: string;
    context: string;
    message: string;
  }
  export default function pa11y(
    url: string,
    options: { browser: Browser; page: Page; standard: 'WCAG2AA'; ignore?: string[] },
  ): Promise<{ issues: Issue[] }>;
}
