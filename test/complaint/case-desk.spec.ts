import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withFreeCaseNumber } from '../../src/complaint/records/free-case-number.js';
import { recordHistory } from '../../src/history/index.js';
import { CaseDatabase } from '../../src/platform/postgres/case-database.js';
import { inOneStatement } from '../../src/platform/postgres/in-one-statement.js';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder, created, faults } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

const list = (query: string, as = cases.supervisor) =>
  redress.request('GET', `/api/v1/complaints${query}`, { as: as.token });
const numbers = (items: { caseNumber: string }[]) => items.map((item) => item.caseNumber);

describe('POST /api/v1/complaints', () => {
  it('is done by intake and supervisors, for somebody on the telephone', async () => {
    const body = { channel: 'phone', narrative: 'As told on the telephone.', complainant: { name: 'Rosa' } };
    const { token } = await redress.staff('intake');
    const taken = created(await redress.request('POST', '/api/v1/complaints', { as: token, body }));
    expect(Object.keys(taken)).toEqual(['complaintId', 'caseNumber', 'receiptCode']);
    for (const role of ['investigator', 'clerk', 'records', 'administrator'] as const) {
      const other = await redress.staff(role);
      expect((await redress.request('POST', '/api/v1/complaints', { as: other.token, body })).status).toBe(403);
    }
    expect((await redress.request('POST', '/api/v1/complaints', { body })).status).toBe(401);
  });

  it("takes up a case without a complainant on the agency's own initiative", async () => {
    const { complaintId } = await cases.file({ channel: 'self_initiated' });
    expect((await cases.caseFile(complaintId)).people).toEqual([]);
  });
});

describe('GET /api/v1/complaints', () => {
  it('goes through all cases page by page, newest first, each once', async () => {
    const made: string[] = [];
    for (let i = 0; i < 7; i++) made.unshift((await cases.file({ anonymous: i % 2 === 1 })).caseNumber);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { body } = await list(`?limit=2${after === null ? '' : `&after=${encodeURIComponent(after)}`}`);
      expect(body.items.length).toBeLessThanOrEqual(2);
      seen.push(...numbers(body.items));
      after = body.next;
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(made));
    const { body } = await list('?limit=100');
    expect(numbers(body.items)).toEqual(seen);
    const times = body.items.map((item: { receivedAt: string }) => Date.parse(item.receivedAt));
    expect(times).toEqual([...times].sort((one: number, other: number) => other - one));
  });

  it('puts imported cases without a time after all others, and pages on through them', async () => {
    const { charterId } = (await redress.request('GET', '/api/v1/jurisdictions/riverton')).body;
    for (const key of ['1', '2', '3']) {
      await redress.database.owner.query(
        `INSERT INTO redress.complaint (jurisdiction_id, id, case_number, charter_id, kind, channel, anonymous, status, source, source_key)
         VALUES ($1, gen_random_uuid(), 'old-' || $3, $2, 'complaint', 'mail', false, 'closed', 'paper', $3)`,
        [redress.jurisdiction.id, charterId, key],
      );
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { body } = await list(`?limit=2${after === null ? '' : `&after=${encodeURIComponent(after)}`}`);
      seen.push(...numbers(body.items));
      after = body.next;
    } while (after !== null);
    expect(numbers((await list('?caseNumber=old-2')).body.items)).toEqual(['old-2']);
    expect(seen.slice(-3).sort()).toEqual(['old-1', 'old-2', 'old-3']);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('finds by status and by case number', async () => {
    const accepted = await cases.accepted();
    const { body } = await list('?status=accepted');
    expect(numbers(body.items)).toContain(accepted.caseNumber);
    expect(new Set(body.items.map((item: { status: string }) => item.status))).toEqual(new Set(['accepted']));
    const typed = accepted.caseNumber.toLowerCase().replaceAll('-', '');
    expect(numbers((await list(`?caseNumber=${typed}`)).body.items)).toEqual([accepted.caseNumber]);
  });

  it('shows an investigator what is assigned to them, and nothing else', async () => {
    const mine = await cases.investigated();
    const others = await cases.file();
    for (const query of ['', '?assignedTo=me']) {
      const seen = numbers((await list(query, cases.investigator)).body.items);
      expect(seen).toContain(mine.caseNumber);
      expect(seen).not.toContain(others.caseNumber);
    }
    expect((await list('?assignedTo=me')).body.items).toEqual([]);
  });

  it.each([
    ['?limit=0', ['/limit min']],
    ['?limit=101', ['/limit max']],
    ['?status=lost', ['/status is-in']],
    ['?after=rubbish', ['/after not-a-cursor']],
    ['?after=2026-13-45T00:00:00.000Z~00000000-0000-0000-0000-000000000000', ['/after not-a-cursor']],
    ['?caseNumber=2026-AAAA-AAAA-AA', ['/caseNumber not-a-case-number']],
    ['?assignedTo=somebody', ['/assignedTo matches']],
    ['?order=name', ['/order unknown-field']],
  ])('refuses %s, and says where', async (query, expected) => {
    const answer = await list(query);
    expect(answer.status).toBe(422);
    expect(faults(answer)).toEqual(expected);
  });
});

describe('a case number', () => {
  it('is drawn again when it is taken', async () => {
    const { caseNumber: taken } = await cases.file();
    const draws = [taken, taken, '2026-FREE'];
    const got = await withFreeCaseNumber(
      () => draws.shift()!,
      async (caseNumber) => {
        const { complaintId } = await cases.file();
        const rename = 'UPDATE redress.complaint SET case_number = $2 WHERE id = $1';
        await redress.app.get(CaseDatabase).transaction(redress.system, (manager) =>
          inOneStatement(manager, async (statements) => {
            await statements.query(rename, [complaintId, caseNumber]);
            const subject = { kind: 'complaint', id: complaintId };
            await recordHistory(statements, {
              actor: redress.system,
              action: 'complaint.file',
              subject,
              complaintId,
              at: new Date(),
            });
          }),
        );
        return caseNumber;
      },
    );
    expect(got).toBe('2026-FREE');
    expect(draws).toEqual([]);
  });
});
