import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { CaseBuilder, created, done } from '../complaint/case-builder.js';
import { chromiumPath } from '../support/accessibility.js';
import { BoardRoom } from '../support/board-room.js';
import { TestApp } from '../support/test-app.js';
import { type Look, wrongOn } from './checked-page.js';

const executablePath = chromiumPath();
if (!executablePath)
  console.warn('No Chromium here (CHROMIUM_PATH): the pages for complainants are not clicked through.');

/** Languages and looks go together: every page is seen in each of them, and not in each pair of them. */
const LOOKS: Readonly<Record<'en' | 'es', readonly Look[]>> = {
  en: [{ colorScheme: 'dark' }],
  es: [{ colorScheme: 'light' }, { media: 'print' }],
};

const WORDS = {
  en: {
    send: 'Send it',
    follow: 'See how my case stands',
    answer: 'Send the message',
    answered: 'Your message was sent.',
    over: 'Closed.',
    find: 'Show my case',
  },
  es: {
    send: 'Enviar',
    follow: 'Ver cómo va mi caso',
    answer: 'Enviar el mensaje',
    answered: 'Su mensaje se envió.',
    over: 'Cerrada.',
    find: 'Mostrar mi caso',
  },
};

(executablePath ? describe : describe.skip)('in Chromium', () => {
  let redress: TestApp;
  let cases: CaseBuilder;
  let browser: Browser;
  let base = '';
  beforeAll(async () => {
    redress = await TestApp.start();
    await redress.app.listen(0, '127.0.0.1');
    base = (await redress.app.getUrl()).replace('[::1]', '127.0.0.1');
    cases = await CaseBuilder.open(redress);
    await BoardRoom.in(redress, 2);
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await redress.stop();
  });

  /** Files without a name, keeps the receipt, is asked, answers, and reads how it ended; `look` at each page. */
  async function journey(
    context: BrowserContext,
    lang: 'en' | 'es',
    look: (page: Page, name: string) => Promise<void>,
  ) {
    const words = WORDS[lang];
    const page = await context.newPage();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await page.goto(`${base}/complain/riverton?lang=${lang}`);
    await look(page, 'form');
    await page.locator('#f-place').fill('Elm Street');
    await press(words.send);
    await look(page, 'form-with-faults');
    await page.locator('.errors a').first().click();
    expect(new URL(page.url()).hash).toBe('#f-anonymous');
    expect(await page.locator('#f-place').inputValue()).toBe('Elm Street');
    await page.locator('#f-anonymous').check();
    await page.locator('#f-narrative').fill('He took my umbrella.\nThen he laughed.');
    await page.locator('#f-allegations-8').check();
    await press(words.send);
    const receipt = (await page.locator('code.code').textContent()) ?? '';
    expect(page.url()).toBe(`${base}/complain/riverton`);
    await look(page, 'receipt');
    await press(words.follow);
    const number = /\d{4}(-[0-9A-Z]{2,4}){3}/.exec((await page.locator('h1').textContent()) ?? '')?.[0];
    const [{ id } = { id: '' }] = (
      await redress.database.owner.query<{ id: string }>('SELECT id FROM redress.complaint WHERE case_number = $1', [
        number,
      ])
    ).rows;
    created(await cases.step(id, 'screening', { decision: 'accept' }));
    created(await cases.step(id, 'messages', { text: 'Which street was it?' }));
    const letter = { template: 'acknowledgement', language: lang, values: { name: 'neighbour' } };
    const { letterId } = created(await cases.step(id, 'letters', letter));
    const on = new Date().toLocaleDateString('en-CA', { timeZone: 'America/Chicago' });
    done(await cases.step(id, `letters/${letterId}/delivery`, { to: 'sent', way: 'portal', on }));
    // Another day, from another browser.
    await page.goto(`${base}/follow/riverton?lang=${lang}`);
    await look(page, 'find');
    await page.locator('#f-receipt').fill(receipt.toLowerCase());
    await page.keyboard.press('Enter');
    await page.getByText('Which street was it?').waitFor();
    await look(page, 'status');
    await page.locator('#answer-text').fill('Elm Street. My neighbour saw it.');
    await press(words.answer);
    expect(await page.getByRole('status').textContent()).toBe(words.answered);
    done(await cases.step(id, 'close', { withoutFinding: 'closed_without_finding' }));
    await page.goto(`${base}/follow/riverton/answer?lang=${lang}`);
    await page.locator('#f-receipt').fill(receipt);
    await press(words.find);
    expect(await page.locator('main').textContent()).toContain(words.over);
    await look(page, 'outcome');
    expect(page.url()).not.toContain(receipt.slice(0, 7));
    await page.close();
  }

  it('the way from the form to the outcome, in English and in Spanish, with nothing wrong on any page', async () => {
    const shots = process.env['SCREENSHOTS'];
    if (shots) mkdirSync(shots, { recursive: true });
    const wrong: string[] = [];
    for (const lang of ['en', 'es'] as const) {
      // The checkers put their code into the page, which the pages themselves refuse.
      const context = await browser.newContext({ bypassCSP: true });
      const look = async (page: Page, name: string): Promise<void> => {
        if (shots) await page.screenshot({ path: `${shots}/${lang}-${name}.png`, fullPage: true });
        wrong.push(...(await wrongOn(page, LOOKS[lang])));
      };
      await journey(context, lang, look);
      const page = await context.newPage();
      for (const path of ['charter', 'boards']) {
        await page.goto(`${base}/${path}/riverton?lang=${lang}`);
        await look(page, path);
      }
      await context.close();
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('the checkers would find what is wrong (planted: a field without a label, words too pale to read)', async () => {
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${base}/follow/riverton`);
    await page.evaluate(
      `document.querySelector('main').insertAdjacentHTML('beforeend', '<input name="x"><p style="color:#aaa;background:#fff">pale</p>')`,
    );
    const found = await wrongOn(page, [{ colorScheme: 'light' }]);
    for (const sign of ['H91.InputText.Name', 'G18.Fail', 'label <input', 'color-contrast <p'])
      expect(found.filter((each) => each.includes(sign))).not.toEqual([]);
    await context.close();
  }, 60_000);

  it('the same without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    await journey(context, 'en', async () => Promise.resolve());
    expect(await context.cookies()).toEqual([]);
    await context.close();
  }, 60_000);
});
