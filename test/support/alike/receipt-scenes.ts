import { randomBytes } from 'node:crypto';
import { genericCharter } from '../../../src/charter/index.js';
import { CODE_BYTES, receiptCodeOf } from '../../../src/shared/receipt-code.js';
import { created } from '../../complaint/case-builder.js';
import type { TestApp } from '../test-app.js';
import { asForm, inTurn, many, type Scene, type Sent } from './scene.js';

const TOLD = { anonymous: true, narrative: 'He would not tell me his name.' };

async function filed({ redress, slug }: { redress: TestApp; slug: string }): Promise<string> {
  const url = `/api/v1/jurisdictions/${slug}/complaints`;
  return created(await redress.request('POST', url, { body: TOLD })).receiptCode;
}

/** Receipts that open nothing here: that nobody was given, that were replaced, of another place, and slips of the pen. */
export async function receiptScenes(redress: TestApp, count: number): Promise<Scene[]> {
  const { slug } = redress.jurisdiction;
  const elsewhere = await redress.elsewhere('harborside', genericCharter);
  const replaced = await many(count, async () => {
    const receipt = await filed({ redress, slug });
    created(await redress.request('POST', `/api/v1/jurisdictions/${slug}/my-complaint/receipt`, { receipt }));
    return receipt;
  });
  const distant = await many(count, () => filed({ redress, slug: elsewhere.jurisdiction.slug }));
  const codes = {
    replaced: inTurn(replaced),
    'of another place': inTurn(distant),
    'with a slip of the pen': () => misread(drawn()),
  };
  const scene = (name: string, status: 401 | 422, send: (receipt: string) => Sent): Scene => ({
    ...{ name, status },
    missing: () => send(drawn()),
    others: Object.fromEntries(Object.entries(codes).map(([kind, next]) => [kind, () => send(next())])),
  });
  return [
    scene('a receipt, by the API', 401, (receipt) => ({
      ...{ method: 'GET', url: `/api/v1/jurisdictions/${slug}/my-complaint` },
      headers: { 'redress-receipt': receipt },
    })),
    scene('a receipt, by the page', 422, (receipt) => asForm(`/follow/${slug}`, { receipt, lang: 'en' })),
  ];
}

const drawn = (): string => receiptCodeOf(randomBytes(CODE_BYTES));

/** Its last character is another one. */
const misread = (code: string): string => code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');
