import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { chromiumPath } from '../support/accessibility.js';
import { Browsing } from '../support/browse.js';

const DATASET = '/datasets/riverton/complaint-allegations';
/** The longest of each kind; `npm run bench -- lighthouse` looks at all of them, in all ways. */
const NARROW = ['/?lang=es', DATASET, `${DATASET}/query?lang=es`, `${DATASET}/chart?by=incident_period&split=finding`];
const EMBEDDED = '/embed/riverton/complaint-allegations?by=finding&lang=es';

/** The pages as Chromium shows them, with JavaScript and without. */
export function portalInBrowser(app: () => NestFastifyApplication): void {
  const path = chromiumPath();
  if (!path) console.warn('No Chromium here (CHROMIUM_PATH): the portal is not looked at in a browser.');
  (path ? describe : describe.skip)('the portal in Chromium', () => {
    let browsing: Browsing;
    beforeAll(async () => {
      await app().listen(0, '127.0.0.1');
      browsing = await Browsing.open(path ?? '', await app().getUrl());
    }, 60_000);
    afterAll(() => browsing.close());

    it('leads without JavaScript from the first page to rows, to a chart and to its figures, by fields and buttons', async () => {
      const page = await browsing.page({ javaScriptEnabled: false, width: 320, locale: 'es-MX' });
      await page.goto('/');
      expect(await page.locator('html').getAttribute('lang')).toBe('es');
      await page.getByRole('link', { name: 'Acusaciones en quejas contra agentes de policía', exact: true }).click();
      await page.getByRole('link', { name: 'Consultar filas' }).click();
      await page.getByLabel('Conclusión', { exact: true }).first().selectOption('sustained');
      await page.getByRole('button', { name: 'Mostrar' }).click();
      expect(await page.locator('tbody tr').count()).toBeGreaterThan(5);
      await page.getByRole('link', { name: 'English' }).click();
      expect(new URL(page.url()).searchParams.get('is.finding')).toBe('sustained');
      await page.getByRole('link', { name: 'What the columns mean' }).click();
      await page.getByRole('link', { name: 'Draw a chart' }).click();
      await page.getByLabel('And by').selectOption('finding');
      await page.getByLabel('Count by').selectOption('incident_period');
      await page.getByLabel('Drawn as').selectOption('line');
      await page.getByRole('button', { name: 'Draw' }).click();
      expect(await page.locator('svg.drawn title').textContent()).toBe('Complaints by when it happened and finding');
      const figures = await page.getByRole('link', { name: 'Figures as CSV' }).getAttribute('href');
      expect((await page.request.get(figures ?? '')).headers()['content-type']).toContain('text/csv');
      await page.context().close();
    }, 60_000);

    it('copies what is to be copied where there is JavaScript, asks no other host and complains of nothing', async () => {
      const page = await browsing.page();
      await page.goto(`${DATASET}/query?group=finding`);
      await page.getByRole('button', { name: 'Copy: With curl' }).click();
      expect(await page.evaluate('navigator.clipboard.readText()')).toContain(
        "curl -o rows.csv 'http://localhost:3000",
      );
      await page.getByLabel('When it happened').first().selectOption('2016');
      await page.getByRole('button', { name: 'Show', exact: true }).click();
      expect([...new URL(page.url()).searchParams.keys()].sort()).toEqual(['group', 'is.incident_period', 'limit']);
      await page.goto(EMBEDDED);
      expect([browsing.foreign, browsing.errors]).toEqual([[], []]);
      await page.context().close();
    }, 60_000);

    it('has nothing in it that axe-core or pa11y finds wrong', async () => {
      expect(await browsing.axe(NARROW, [320], { schemes: ['light'] })).toEqual([]);
      expect(await browsing.axe([EMBEDDED], [1280], { schemes: ['dark'] })).toEqual([]);
      expect(await browsing.pa11y(NARROW.slice(3))).toEqual([]);
    }, 120_000);
  });
}
