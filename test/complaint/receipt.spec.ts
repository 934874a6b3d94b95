import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder, created, done, faults } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

const MINE = '/api/v1/jurisdictions/riverton/my-complaint';
const follow = (receipt: string) => redress.request('GET', MINE, { receipt });
const replace = (receipt: string) => redress.request('POST', `${MINE}/receipt`, { receipt });
const reveal = (receipt: string, body: object) => redress.request('POST', `${MINE}/identity`, { receipt, body });

describe('POST …/my-complaint/receipt', () => {
  it('gives another code, and the old one opens nothing from then on, on any address', async () => {
    const { receiptCode: old, complaintId } = await cases.file({ anonymous: true });
    const { receiptCode } = created(await replace(old));
    expect(receiptCode).not.toBe(old);
    for (const [method, address] of [
      ...[['GET', MINE] as const, ['GET', `${MINE}/messages`] as const, ['POST', `${MINE}/withdraw`] as const],
      ...[['POST', `${MINE}/receipt`] as const, ['POST', `${MINE}/identity`] as const],
    ]) {
      const { status, body } = await redress.request(method, address, { receipt: old });
      expect([address, status, body.code]).toEqual([address, 401, 'not-signed-in']);
    }
    expect((await follow(receiptCode)).status).toBe(200);
    expect((await cases.actions(complaintId)).sort()).toEqual(['complaint.file', 'receipt.replace']);
  });

  it('answers a replaced code and one that never was alike', async () => {
    const { receiptCode: old } = await cases.file({ anonymous: true });
    const never = `${old.slice(0, -2)}${old.at(-2) === '0' ? '1' : '0'}${old.at(-1)!}`;
    created(await replace(old));
    const [one, other] = await Promise.all([follow(old), follow(never)]);
    expect({ ...one.body, id: '' }).toEqual({ ...other.body, id: '' });
  });

  it('of two who replace it at once gives one a code, and that one works', async () => {
    for (let round = 0; round < 5; round++) {
      const { receiptCode: old, complaintId } = await cases.file({ anonymous: true });
      const answers = await Promise.all([replace(old), replace(old), replace(old)]);
      const given = answers.filter(({ status }) => status === 201);
      expect(given).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 409 || status === 401)).toHaveLength(2);
      expect((await follow(given[0]!.body.receiptCode)).status).toBe(200);
      const { rows } = await redress.database.owner.query(
        `SELECT count(*)::int AS live FROM redress.receipt r WHERE r.complaint_id = $1
            AND NOT EXISTS (SELECT FROM redress.receipt_end e WHERE e.receipt_id = r.id)`,
        [complaintId],
      );
      expect(rows).toEqual([{ live: 1 }]);
    }
  });

  it('is kept as a fingerprint, and the end of the old one to the hour', async () => {
    const { receiptCode: old, complaintId } = await cases.file({ anonymous: true });
    const { receiptCode } = created(await replace(old));
    const { rows } = await redress.database.owner.query(
      `SELECT r.code_hash::text AS kept, e.ended_at = date_trunc('hour', e.ended_at) AS whole
         FROM redress.receipt r LEFT JOIN redress.receipt_end e ON e.receipt_id = r.id WHERE r.complaint_id = $1 ORDER BY 2`,
      [complaintId],
    );
    expect(rows.map(({ whole }) => whole)).toEqual([true, null]);
    for (const code of [old, receiptCode].map((each: string) => each.replaceAll('-', '')))
      expect(JSON.stringify(rows)).not.toContain(Buffer.from(code).toString('hex'));
  });
});

describe('POST …/my-complaint/identity', () => {
  it('lets an anonymous person say who they are, to whom they choose', async () => {
    const { receiptCode, complaintId } = await cases.file({ anonymous: true });
    done(await reveal(receiptCode, { name: 'Rosa Delgado', contact: '555-0100', privacy: 'open' }));
    expect(await cases.caseFile(complaintId)).toMatchObject({
      anonymous: false,
      people: [{ name: { present: true }, contact: { present: true } }],
      intake: { privacy: 'open', shielded: false },
    });
    const { body } = await redress.request('GET', `/api/v1/complaints/${complaintId}/identity`, {
      as: cases.supervisor.token,
    });
    expect(body.people).toMatchObject([{ name: 'Rosa Delgado', contact: '555-0100' }]);
    expect((await follow(receiptCode)).body.anonymous).toBe(false);
    const again = await reveal(receiptCode, { name: 'Rosa', privacy: 'open' });
    expect([again.status, again.body.code]).toEqual([409, 'known-already']);
  });

  it('puts the name behind the shield when they choose so, at once', async () => {
    const { receiptCode, complaintId } = await cases.file({ anonymous: true });
    done(await reveal(receiptCode, { name: 'Rosa Delgado', privacy: 'agency_only' }));
    const answer = await redress.request('GET', `/api/v1/complaints/${complaintId}/identity`, {
      as: cases.supervisor.token,
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'identity-shielded']);
  });

  it.each([
    [{ privacy: 'open' }, ['/name nobody-named']],
    [{ name: 'Rosa', privacy: 'secret' }, ['/privacy not-in-charter']],
    [{ name: 'Rosa' }, ['/privacy is-length', '/privacy is-string']],
  ])('refuses %j', async (body, expected) => {
    const { receiptCode, complaintId } = await cases.file({ anonymous: true });
    expect(faults(await reveal(receiptCode, body))).toEqual(expected);
    expect((await cases.caseFile(complaintId)).anonymous).toBe(true);
  });
});

describe('milestones', () => {
  it('are dated, follow what is noted, tell the next day that the law expects, and name nobody', async () => {
    const { complaintId, receiptCode } = await cases.investigated();
    const today = (await follow(receiptCode)).body.lastUpdateOn;
    done(await cases.step(complaintId, 'events', { event: 'complainant_interviewed', on: today }));
    const { body } = await follow(receiptCode);
    expect(body.milestones.filter(({ reached }: { reached: boolean }) => reached)).toMatchObject([
      { code: 'registered', on: today },
      { code: 'accepted', on: today },
      { code: 'assigned', on: today },
      { code: 'complainant_interviewed', on: today },
    ]);
    const review = body.milestones.find(({ code }: { code: string }) => code === 'supervisor_review');
    expect(review).toMatchObject({ reached: false, on: null });
    // The generic charter gives an investigation 180 days from accepting.
    const due = new Date(Date.parse(today) + 180 * 86_400_000).toISOString().slice(0, 10);
    expect([review.expectedOn, body.nextExpected]).toEqual([due, { label: review.label, on: due }]);
  });

  it('come from the work on the case: who was heard, without a name, and that records were asked for', async () => {
    const { complaintId, receiptCode } = await cases.investigated();
    const { people, officers } = await cases.caseFile(complaintId);
    const on = (await follow(receiptCode)).body.lastUpdateOn;
    const warned = { warning: 'voluntary', warningAcknowledged: true, representativePresent: false };
    const held = async (of: object): Promise<void> => {
      const { itemId } = created(await cases.step(complaintId, 'interviews', { what: 'Hear them', ...of }));
      const step = { to: 'held', on, text: 'Heard.', ...warned };
      done(await cases.step(complaintId, `interviews/${itemId}/steps`, step));
    };
    await held({ personId: people[0].personId });
    await held({ complaintOfficerId: officers[0].complaintOfficerId });
    created(
      await cases.step(complaintId, 'records-requests', {
        what: 'The film',
        whom: 'The department',
        recordKind: 'other_video',
      }),
    );
    const { body } = await follow(receiptCode);
    const reached = body.milestones
      .filter((each: { reached: boolean }) => each.reached)
      .map((each: { code: string }) => each.code);
    expect(reached).toEqual(
      expect.arrayContaining(['complainant_interviewed', 'officer_interviewed', 'records_requested']),
    );
  });

  it('show the board, and what a case that was closed has passed', async () => {
    const { complaintId, receiptCode } = await cases.drafted();
    done(await cases.step(complaintId, 'send-to-board'));
    const before = (await follow(receiptCode)).body.milestones;
    expect(before.find(({ code }: { code: string }) => code === 'before_board')).toMatchObject({
      reached: true,
      on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    const closed = await cases.drafted();
    done(await cases.step(closed.complaintId, 'close', {}));
    const passed = (await follow(closed.receiptCode)).body.milestones.map(({ code }: { code: string }) => code);
    expect(passed).toEqual(['registered', 'accepted', 'assigned', 'supervisor_review', 'closed']);
  });
});
