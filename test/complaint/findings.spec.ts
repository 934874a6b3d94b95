import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder, created, faults } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

const reasons = 'The video shows it.';
const findingsOf = async (complaintId: string) => (await cases.caseFile(complaintId)).allegations[0].findings;

describe('POST …/findings', () => {
  it("records the agency's word with the class that all agencies share", async () => {
    const { complaintId, allegationIds } = await cases.investigated();
    const [allegationId] = allegationIds;
    const body = { allegationId, stage: 'investigator', finding: 'closed_without_finding', reasons };
    const recorded = created(await cases.step(complaintId, 'findings', body, cases.investigator));
    expect(recorded.genericClass).toBe('no_finding');
    expect(await findingsOf(complaintId)).toMatchObject([
      {
        findingId: recorded.findingId,
        stage: 'investigator',
        finding: 'closed_without_finding',
        reasons: { present: true },
        recordedBy: cases.investigator.staffId,
        supersedes: null,
        standing: true,
      },
    ]);
  });

  it('supersedes what stood there, and keeps it', async () => {
    const { complaintId, allegationIds } = await cases.investigated();
    const first = await cases.find(complaintId, allegationIds[0]!, 'sustained');
    const second = await cases.find(complaintId, allegationIds[0]!, 'exonerated');
    const third = await cases.find(complaintId, allegationIds[0]!, 'unfounded');
    expect(await findingsOf(complaintId)).toMatchObject([
      { findingId: first.findingId, standing: false },
      { findingId: second.findingId, standing: false, supersedes: first.findingId },
      { findingId: third.findingId, standing: true, supersedes: second.findingId },
    ]);
  });

  // ASVS 5.0: V15.4.2
  it('keeps one chain when several are recorded at the same moment', async () => {
    const { complaintId, allegationIds } = await cases.investigated();
    await Promise.all(
      ['sustained', 'unfounded', 'exonerated', 'sustained'].map((finding) =>
        cases.find(complaintId, allegationIds[0]!, finding),
      ),
    );
    const findings = await findingsOf(complaintId);
    expect(findings).toHaveLength(4);
    expect(findings.filter((finding: { standing: boolean }) => finding.standing)).toHaveLength(1);
  });

  it("is the assigned investigator's and then the supervisor's", async () => {
    const { complaintId, allegationIds } = await cases.investigated();
    const record = (stage: string, as = cases.supervisor) =>
      cases.step(complaintId, 'findings', { allegationId: allegationIds[0], stage, finding: 'sustained', reasons }, as);
    const notAssigned = await record('investigator');
    expect([notAssigned.status, notAssigned.body.code]).toEqual([403, 'not-yours-to-find']);
    expect((await record('investigator', await redress.staff('investigator'))).status).toBe(404);
    const tooEarly = await record('supervisor');
    expect([tooEarly.status, tooEarly.body.code]).toEqual([409, 'status-forbids']);
    created(await record('investigator', cases.investigator));
    await cases.step(complaintId, 'draft-findings', undefined, cases.investigator);
    expect((await record('supervisor', cases.investigator)).body.code).toBe('not-yours-to-find');
    expect((await record('investigator', cases.investigator)).body.code).toBe('status-forbids');
    created(await record('supervisor'));
    expect(await findingsOf(complaintId)).toMatchObject([
      { stage: 'investigator' },
      { stage: 'supervisor', supersedes: null },
    ]);
  });

  it('refuses a word that is not in the charter, an allegation of another case, and no reasons', async () => {
    const { complaintId } = await cases.investigated();
    const other = await cases.investigated();
    const body = { allegationId: other.allegationIds[0], stage: 'investigator', finding: 'guilty', reasons };
    const answer = await cases.step(complaintId, 'findings', body, cases.investigator);
    expect(faults(answer)).toEqual(['/allegationId not-in-this-case', '/finding not-in-charter']);
    const without = await cases.step(complaintId, 'findings', { ...body, reasons: ' ' }, cases.investigator);
    expect(faults(without)).toEqual(['/reasons matches']);
    const board = await cases.step(complaintId, 'findings', { ...body, stage: 'board' }, cases.investigator);
    expect(faults(board)).toEqual(['/stage is-in']);
  });
});

describe('POST …/draft-findings', () => {
  it('needs a finding on every allegation, and says which is missing', async () => {
    const { complaintId, allegationIds } = await cases.investigated(['bias', 'property']);
    const draft = () => cases.step(complaintId, 'draft-findings', undefined, cases.investigator);
    await cases.find(complaintId, allegationIds[0]!, 'sustained');
    const answer = await draft();
    expect([answer.status, answer.body.code]).toEqual([409, 'findings-missing']);
    expect(answer.body.message).toContain(allegationIds[1]);
    expect(answer.body.message).not.toContain(allegationIds[0]);
    expect((await cases.caseFile(complaintId)).status).toBe('investigating');
    await cases.find(complaintId, allegationIds[1]!, 'unfounded');
    expect((await draft()).status).toBe(204);
    expect((await cases.caseFile(complaintId)).status).toBe('findings_drafted');
  });

  it('is refused where nothing is alleged', async () => {
    const { complaintId } = await cases.accepted();
    await cases.step(complaintId, 'assignments', { staffId: cases.investigator.staffId });
    const answer = await cases.step(complaintId, 'draft-findings', undefined, cases.investigator);
    expect([answer.status, answer.body.code]).toEqual([409, 'nothing-alleged']);
  });

  it('leaves no allegation without a finding when one is added at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const { complaintId, allegationIds } = await cases.investigated();
      await cases.find(complaintId, allegationIds[0]!, 'sustained');
      const { officers } = await cases.caseFile(complaintId);
      const allegation = { complaintOfficerId: officers[0].complaintOfficerId, category: 'bias' };
      const [draft, added] = await Promise.all([
        cases.step(complaintId, 'draft-findings', undefined, cases.investigator),
        cases.step(complaintId, 'allegations', allegation, cases.investigator),
      ]);
      expect([
        [204, 409],
        [409, 201],
      ]).toContainEqual([draft.status, added.status]);
    }
  });
});
