import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { localDay } from '../../src/shared/local-day.js';
import { CODE_BYTES, receiptCodeOf } from '../../src/shared/receipt-code.js';
import { CaseBuilder, created, done, type Filed } from '../complaint/case-builder.js';
import { TestApp } from '../support/test-app.js';
import { receiptOn, sendFiles, sendForm, type Told, wordsOf } from './form-post.js';

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PHOTO = { name: 'rosas-telephone.png', type: 'image/png', bytes: PNG };
const anonymous = (): Promise<Filed> => cases.file({ channel: 'web', anonymous: true });
const show = (receipt: string, more: Told = {}) => sendForm(redress, '/follow/riverton', { receipt, ...more });
const step = (name: string, receipt: string, told: Told = {}) =>
  sendForm(redress, `/follow/riverton/${name}`, { receipt, ...told });

describe('POST /follow/:jurisdiction', () => {
  it('shows who holds the receipt where their case stands, what was asked, and what they can do', async () => {
    const { complaintId, receiptCode, caseNumber } = await anonymous();
    created(await cases.step(complaintId, 'screening', { decision: 'accept' }));
    created(await cases.step(complaintId, 'messages', { text: 'Which <b>car</b> was it?\nAnd when?' }));
    const page = await show(receiptCode.toLowerCase().replaceAll('-', ' '));
    expect([page.status, page.headers['cache-control'], page.headers['referrer-policy']]).toEqual([
      200,
      'no-store',
      'no-referrer',
    ]);
    const words = wordsOf(page);
    for (const said of [caseNumber, 'Accepted.', 'The agency waits for your answer', 'Registered: done on', 'Next:'])
      expect(words).toContain(said);
    expect(page.text).toContain('Which &lt;b&gt;car&lt;/b&gt; was it?\nAnd when?');
    for (const secret of [cases.supervisor.staffId, complaintId, 'Person ']) expect(page.text).not.toContain(secret);
    const spanish = wordsOf(await show(receiptCode, { lang: 'es' }));
    for (const said of ['Admitida.', 'La oficina espera su respuesta', 'Registrada: hecho el', 'Lo siguiente:'])
      expect(spanish).toContain(said);
  });

  // ASVS 5.0: V3.5.3
  it('keeps the receipt in bodies: in no address, no link, no header', async () => {
    const { receiptCode } = await anonymous();
    const page = await show(receiptCode);
    expect(page.text).toContain(`name="receipt" value="${receiptCode}"`);
    const addresses = [...page.text.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, address]) => address!);
    expect(addresses.length).toBeGreaterThan(5);
    const code = receiptCode.slice(0, 7);
    expect([...addresses, JSON.stringify(page.headers)].filter((each) => each.includes(code))).toEqual([]);
    expect(page.text).not.toMatch(/<form[^>]*method="get"/);
    expect((await redress.request('GET', `/follow/riverton?receipt=${receiptCode}`)).text).not.toContain(code);
  });

  it('cannot be made to tell a wrong code from an unknown one, nor a form from another', async () => {
    const { receiptCode } = await anonymous();
    const unknown = receiptCodeOf(randomBytes(CODE_BYTES));
    const typed = [
      unknown,
      'rubbish',
      '',
      receiptCode.slice(0, -1),
      `${receiptCode.slice(0, -2)}00`,
      '<script>',
      'x'.repeat(9000),
    ];
    const answers = [
      ...(await Promise.all(typed.map((code) => show(code)))),
      await step('withdrawal', unknown, { sure: 'yes' }),
      await step('answer', unknown, { text: 'Hello' }),
      await sendFiles(redress, '/follow/riverton/file', { receipt: unknown, title: 'x' }, [PHOTO]),
    ];
    const seen = answers.map(({ status, headers, text }) => ({ status, names: Object.keys(headers).sort(), text }));
    expect(seen[0]).toMatchObject({ status: 422 });
    expect(wordsOf(answers[0]!)).toContain('This code opens no case here.');
    for (const each of seen) expect(each).toEqual(seen[0]);
  });

  it('opens nothing in another place', async () => {
    const { receiptCode } = await anonymous();
    await redress.elsewhere('lakeside', (await import('../../src/charter/index.js')).genericCharter);
    expect((await sendForm(redress, '/follow/lakeside', { receipt: receiptCode })).status).toBe(422);
    expect((await sendForm(redress, '/follow/nowhere', { receipt: receiptCode })).status).toBe(404);
  });

  it('shows the place to type in to who comes back to the address of a form', async () => {
    const page = await redress.request('GET', '/follow/riverton/answer');
    expect(page.text).toContain('action="/follow/riverton"');
    expect(page.text).toMatch(/<input id="f-receipt" name="receipt" type="text"[^>]*autocomplete="off"/);
  });
});

describe('the forms of the status page', () => {
  it('take an answer, and a file without its name', async () => {
    const { complaintId, receiptCode } = await anonymous();
    const answered = await step('answer', receiptCode, { text: 'Car 12.\r\nAt nine.' });
    expect([answered.status, wordsOf(answered).includes('Your message was sent.')]).toEqual([200, true]);
    expect(answered.text).toContain('Car 12.\nAt nine.');
    const sent = await sendFiles(redress, '/follow/riverton/file', { receipt: receiptCode, title: 'The car' }, [PHOTO]);
    expect([sent.status, wordsOf(sent)]).toEqual([
      200,
      expect.stringContaining('Its SHA-256, to check it later: 6b7fa434'),
    ]);
    const as = cases.supervisor.token;
    const evidence = await redress.request('GET', `/api/v1/complaints/${complaintId}/evidence`, { as });
    expect(evidence.body.items).toHaveLength(1);
    expect(evidence.text).toContain('The car');
    expect(evidence.text).not.toContain('rosas-telephone');
  });

  it('say what is wrong and keep what was typed', async () => {
    const { receiptCode } = await anonymous();
    const blank = await step('answer', receiptCode, { text: ' ' });
    expect([blank.status, blank.text.includes('<a href="#answer-text">')]).toEqual([422, true]);
    const long = await step('answer', receiptCode, { text: `Begin ${'x'.repeat(10_001)}` });
    expect([long.status, long.text.includes('>\nBegin xxx')]).toEqual([422, true]);
    const nothing = await sendFiles(redress, '/follow/riverton/file', { receipt: receiptCode, title: 'A car' }, []);
    expect([nothing.status, nothing.text.includes('<a href="#file-file">')]).toEqual([422, true]);
    expect(nothing.text).toContain('value="A car"');
    const program = { ...PHOTO, bytes: Buffer.from('MZ\0\0\0\0') };
    const refused = await sendFiles(redress, '/follow/riverton/file', { receipt: receiptCode, title: 'x' }, [program]);
    expect([refused.status, wordsOf(refused).includes('We do not take this kind of file.')]).toEqual([422, true]);
    const spanish = await step('withdrawal', receiptCode, { lang: 'es' });
    expect([spanish.status, wordsOf(spanish).includes('Marque la casilla para mostrar')]).toEqual([422, true]);
  });

  it('take a complaint back, once, and not by one slip', async () => {
    const { receiptCode, complaintId } = await anonymous();
    const page = await step('withdrawal', receiptCode, { sure: 'yes' });
    expect(wordsOf(page)).toContain('Your complaint was taken back.');
    expect(page.text).not.toContain('/follow/riverton/withdrawal');
    expect(await cases.actions(complaintId)).toContain('complaint.withdraw');
    const again = await step('withdrawal', receiptCode, { sure: 'yes' });
    expect([again.status, wordsOf(again).includes('Your case has moved on')]).toEqual([409, true]);
  });

  it('ask for another look at a refusal while there is a right to, once', async () => {
    const { receiptCode, complaintId } = await anonymous();
    const refused = { decision: 'decline', reason: 'Nothing of ours', reasonCode: 'no_jurisdiction' };
    created(await cases.step(complaintId, 'screening', refused));
    expect((await show(receiptCode)).text).toContain('action="/follow/riverton/appeal"');
    expect((await step('appeal', receiptCode, { grounds: '' })).status).toBe(422);
    const asked = await step('appeal', receiptCode, { grounds: 'It is yours.' });
    expect(wordsOf(asked)).toContain('You asked for another look.');
    expect(asked.text).not.toContain('action="/follow/riverton/appeal"');
    expect((await step('appeal', receiptCode, { grounds: 'Again' })).status).toBe(409);
    // No right, no form: the board has decided nothing here.
    expect(asked.text).not.toContain('action="/follow/riverton/reconsideration"');
    expect((await step('reconsideration', receiptCode, { grounds: 'Again' })).status).toBe(409);
  });

  it('give a name to whom they choose, and another receipt that ends the first', async () => {
    const { receiptCode, complaintId } = await anonymous();
    const unnamed = await step('identity', receiptCode, { privacy: 'agency_only' });
    expect(unnamed.status).toBe(422);
    const named = await step('identity', receiptCode, { name: 'Rosa Delgado', privacy: 'agency_only' });
    expect([named.status, wordsOf(named).includes('Your name was given.')]).toEqual([200, true]);
    expect(named.text).not.toContain('action="/follow/riverton/identity"');
    const page = await step('receipt', receiptCode);
    const fresh = receiptOn(page);
    expect([(await show(receiptCode)).status, (await show(fresh)).status]).toEqual([422, 200]);
    expect(await cases.actions(complaintId)).toContain('receipt.replace');
  });

  it('show the letters that lie here for them', async () => {
    const { receiptCode, complaintId } = await cases.accepted({ channel: 'web', anonymous: true });
    const letter = { template: 'acknowledgement', language: 'es', values: { name: 'vecina o vecino' } };
    const { letterId } = created(await cases.step(complaintId, 'letters', letter));
    const on = localDay(new Date(), 'America/Chicago');
    done(await cases.step(complaintId, `letters/${letterId}/delivery`, { to: 'sent', way: 'portal', on }));
    expect((await show(receiptCode)).text).toMatch(/<article class="told"><h3 lang="es">/);
  });
});
