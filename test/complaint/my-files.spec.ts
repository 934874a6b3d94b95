import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder, created } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

const MINE = '/api/v1/jurisdictions/riverton/my-complaint';

describe('POST …/my-complaint/files', () => {
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const form = (name: string) => {
    const field = '--b\r\nContent-Disposition: form-data; name="title"\r\n\r\nThe car\r\n';
    const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: image/png\r\n\r\n`;
    return Buffer.concat([Buffer.from(field + head), PNG, Buffer.from('\r\n--b--\r\n')]);
  };

  it('takes a photo from who holds the receipt; staff find it in the register, without its name when anonymous', async () => {
    for (const isAnonymous of [true, false]) {
      const { complaintId, receiptCode } = await cases.file(
        isAnonymous ? { anonymous: true } : { complainant: { name: 'Rosa' } },
      );
      const sent = await redress.request('POST', `${MINE}/files`, {
        receipt: receiptCode,
        body: form('rosas-telephone.png'),
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
      });
      expect(created(sent)).toMatchObject({ number: 1, mediaType: 'image/png', bytes: PNG.length });
      expect(sent.text).not.toContain('evidenceId');
      const { body, text } = await redress.request('GET', `/api/v1/complaints/${complaintId}/evidence`, {
        as: cases.supervisor.token,
      });
      expect(body.items).toHaveLength(1);
      expect(text.includes('rosas-telephone')).toBe(!isAnonymous);
    }
  });
});
