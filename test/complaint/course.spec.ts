import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordHistory } from '../../src/history/index.js';
import { CaseDatabase } from '../../src/platform/postgres/case-database.js';
import { insertFinding, moveComplaint } from '../../src/complaint/index.js';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder, done, faults } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

const close = (complaintId: string, body: object = {}) => cases.step(complaintId, 'close', body);

/** The finals of a case: allegation by allegation, in order, as `finding genericClass`. */
async function finals(complaintId: string): Promise<string[]> {
  const { allegations } = await cases.caseFile(complaintId);
  return allegations.flatMap(({ findings }: { findings: { stage: string; finding: string; genericClass: string }[] }) =>
    findings.filter(({ stage }) => stage === 'final').map(({ finding, genericClass }) => `${finding} ${genericClass}`),
  );
}

/** What the review board does to a case: its own finding, and on to the chief. */
async function decide(
  complaintId: string,
  allegationId: string,
  stage: 'board' | 'chief',
  finding: 'sustained' | 'exonerated',
) {
  await redress.app.get(CaseDatabase).transaction(redress.system, async (manager) => {
    const { jurisdictionId } = redress.system;
    const row = {
      jurisdictionId,
      complaintId,
      allegationId,
      stage,
      finding,
      genericClass: finding,
      recordedBy: null,
      recordedAt: new Date(),
    };
    await insertFinding(manager, row);
    if (stage === 'board') await moveComplaint(manager, complaintId, 'with_chief');
    const subject = { kind: 'allegation', id: allegationId };
    await recordHistory(manager, {
      actor: redress.system,
      action: 'finding.record',
      subject,
      complaintId,
      at: row.recordedAt,
    });
  });
}

describe('POST …/send-to-board', () => {
  it('brings the drafted case before the board, once of several at the same moment', async () => {
    const { complaintId } = await cases.drafted();
    const answers = await Promise.all([1, 2, 3].map(() => cases.step(complaintId, 'send-to-board')));
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, 409, 409]);
    expect((await cases.caseFile(complaintId)).status).toBe('before_board');
  });

  it('is refused while it is investigated, and for the investigator', async () => {
    const { complaintId } = await cases.investigated();
    expect((await cases.step(complaintId, 'send-to-board')).body.code).toBe('status-forbids');
    expect((await cases.step(complaintId, 'send-to-board', undefined, cases.investigator)).status).toBe(403);
  });
});

describe('POST …/return-to-investigation', () => {
  it('opens the case to its investigator again', async () => {
    const { complaintId, allegationIds } = await cases.drafted('sustained');
    done(await cases.step(complaintId, 'return-to-investigation'));
    await cases.find(complaintId, allegationIds[0]!, 'unfounded');
    expect((await cases.caseFile(complaintId)).status).toBe('investigating');
    expect((await cases.step(complaintId, 'return-to-investigation')).body.code).toBe('status-forbids');
  });

  it('does not begin an investigation that nobody was assigned', async () => {
    const { complaintId } = await cases.accepted();
    expect((await cases.step(complaintId, 'return-to-investigation')).body.code).toBe('status-forbids');
  });
});

describe('POST …/close', () => {
  it("makes the supervisor's finding final over the investigator's", async () => {
    const { complaintId, allegationIds } = await cases.drafted('sustained', ['bias', 'property']);
    const body = {
      allegationId: allegationIds[1],
      stage: 'supervisor',
      finding: 'not_sustained',
      reasons: 'One witness alone.',
    };
    await cases.step(complaintId, 'findings', body);
    done(await close(complaintId));
    expect(await finals(complaintId)).toEqual(['sustained sustained', 'not_sustained not_sustained']);
    const { status, closedOn } = await cases.caseFile(complaintId);
    expect([status, closedOn]).toEqual([
      'closed',
      new Date().toLocaleDateString('en-CA', { timeZone: 'America/Chicago' }),
    ]);
  });

  it("makes the board's finding final, and the chief's over the board's", async () => {
    const byBoard = await cases.drafted('sustained');
    await cases.step(byBoard.complaintId, 'send-to-board');
    await decide(byBoard.complaintId, byBoard.allegationIds[0]!, 'board', 'exonerated');
    done(await close(byBoard.complaintId));
    expect(await finals(byBoard.complaintId)).toEqual(['exonerated exonerated']);

    const byChief = await cases.drafted('sustained');
    await cases.step(byChief.complaintId, 'send-to-board');
    await decide(byChief.complaintId, byChief.allegationIds[0]!, 'board', 'exonerated');
    await decide(byChief.complaintId, byChief.allegationIds[0]!, 'chief', 'sustained');
    done(await close(byChief.complaintId));
    expect(await finals(byChief.complaintId)).toEqual(['sustained sustained']);
  });

  // ASVS 5.0: V2.3.1
  it('does not go around the board', async () => {
    const { complaintId } = await cases.drafted();
    await cases.step(complaintId, 'send-to-board');
    const answer = await close(complaintId);
    expect([answer.status, answer.body.code]).toEqual([409, 'undecided']);
    expect([(await cases.caseFile(complaintId)).status, await finals(complaintId)]).toEqual(['before_board', []]);
  });

  it('takes a reason where nothing was found, and writes it on each allegation', async () => {
    const { complaintId } = await cases.investigated(['bias', 'property']);
    done(await close(complaintId, { withoutFinding: 'mediated' }));
    expect(await finals(complaintId)).toEqual(['mediated mediated', 'mediated mediated']);
    const accepted = await cases.accepted();
    done(await close(accepted.complaintId, { withoutFinding: 'closed_without_finding' }));
    expect((await cases.caseFile(accepted.complaintId)).status).toBe('closed');
  });

  // ASVS 5.0: V2.2.3
  it('refuses no reason, a verdict for a reason, and a reason where findings stand', async () => {
    const { complaintId } = await cases.investigated();
    expect(faults(await close(complaintId))).toEqual(['/withoutFinding reason-needed']);
    expect(faults(await close(complaintId, { withoutFinding: 'exonerated' }))).toEqual([
      '/withoutFinding reason-needed',
    ]);
    const drafted = await cases.drafted();
    expect(faults(await close(drafted.complaintId, { withoutFinding: 'mediated' }))).toEqual([
      '/withoutFinding has-findings',
    ]);
  });

  it('happens once, and nothing comes after it', async () => {
    const { complaintId } = await cases.drafted();
    const answers = await Promise.all([
      close(complaintId),
      close(complaintId),
      cases.step(complaintId, 'send-to-board'),
    ]);
    expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1);
    const { status } = await cases.caseFile(complaintId);
    expect(await finals(complaintId)).toHaveLength(status === 'closed' ? 1 : 0);
  });
});
