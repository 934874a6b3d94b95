import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../test/support/accessibility.js';
import { Browsing } from '../test/support/browse.js';
import { ReportingBoard } from '../test/support/reporting-board.js';
import { onTestServer } from './support/on-test-server.js';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const DATASET = '/datasets/riverton/complaint-allegations';
/** What they are to reach, and how much may go over the wire. */
const LEAST = 0.99;
const MOST_BYTES = 100_000;
const PORT = 9_333;
const EVERY_PAGE = [
  ...['/', DATASET, `${DATASET}/query?group=finding&order=count&descending=yes`, `${DATASET}/chart`],
  ...[`${DATASET}/chart?by=incident_period&split=finding`, `${DATASET}/chart?by=incident_period&measure=per-workforce`],
  ...[`${DATASET}/chart?type=pie`, '/embed/riverton/use-of-force?by=force_types', '/datasets/riverton/none'],
];

/** Lighthouse on the first page and a dataset's, and axe and pa11y on every page in both languages, with our script and without. */
export async function run(): Promise<void> {
  const path = chromiumPath();
  if (!path) throw new Error('No Chromium here: name one in CHROMIUM_PATH.');
  await onTestServer(async () => {
    const board = await ReportingBoard.open();
    const { app } = board.room.redress;
    try {
      await app.listen(0, '127.0.0.1');
      const base = await app.getUrl();
      const faults = [...(await measured(path, base)), ...(await lookedAt(path, base))];
      for (const fault of faults) say(`FAULT ${fault}`);
      say(faults.length === 0 ? 'nothing falls short' : `${faults.length} faults`);
      if (faults.length > 0) process.exitCode = 1;
    } finally {
      await board.room.redress.stop();
    }
  });
}

async function measured(executablePath: string, base: string): Promise<string[]> {
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', `--remote-debugging-port=${PORT}`],
  });
  try {
    const faults: string[] = [];
    for (const page of ['/', '/?lang=es', DATASET, `${DATASET}?lang=es`]) {
      const options = { port: PORT, logLevel: 'error' as const, onlyCategories: [...CATEGORIES] };
      const result = await lighthouse(`${base}${page}`, options);
      const scores = CATEGORIES.map((name) => [name, result?.lhr.categories[name]?.score ?? 0] as const);
      const bytes = result?.lhr.audits['total-byte-weight']?.numericValue ?? Infinity;
      say(`${page}: ${scores.map(([name, score]) => `${name} ${score}`).join(', ')}; ${bytes} bytes`);
      faults.push(...scores.filter(([, score]) => score < LEAST).map(([name, score]) => `${page} ${name} ${score}`));
      if (bytes > MOST_BYTES) faults.push(`${page} is ${bytes} bytes`);
    }
    return faults;
  } finally {
    await browser.close();
  }
}

async function lookedAt(executablePath: string, base: string): Promise<string[]> {
  const browsing = await Browsing.open(executablePath, base);
  try {
    const pages = EVERY_PAGE.flatMap((page) => [page, `${page}${page.includes('?') ? '&' : '?'}lang=es`]);
    const found = {
      axe: await browsing.axe(pages, [320, 1280]),
      'axe, without our script': await browsing.axe(pages, [1280], { withScript: false }),
      pa11y: await browsing.pa11y(pages),
      'pa11y, without our script': await browsing.pa11y(pages, { withScript: false }),
    };
    for (const [tool, faults] of Object.entries(found))
      say(`${tool}: ${pages.length} pages, ${faults.length} violations`);
    return Object.values(found).flat();
  } finally {
    await browsing.close();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
