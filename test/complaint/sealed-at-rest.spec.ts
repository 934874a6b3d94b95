import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder, created, done } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

/** One word for each thing that names a member of the public, found nowhere else. */
const CANARIES = {
  name: 'Zephyrine-Quillfeather',
  contact: '+1-555-0178-4242',
  narrative: 'marzipan-locomotive',
  place: 'Crooked-Lantern-Alley',
  description: 'walrus-moustache-7788',
  witness: 'Barnaby-Thistlewood',
  reasons: 'octopus-testimony',
  screening: 'umbrella-precedent',
  renaming: 'paprika-afterthought',
  classification: 'trombone-reasoning',
  link: 'lighthouse-resemblance',
  conflict: 'cucumber-acquaintance',
  retaliation: 'threatened-my-parakeet',
  affidavit: 'sworn-by-moonlight',
  question: 'was-it-the-green-tram',
  answer: 'it-was-the-purple-tram',
  request: 'to-call-the-lighthouse',
  decision: 'the-lighthouse-agreed',
};
/** Told to other bodies, and read back where referrals are */
const REFERRED = { sent: 'harpsichord-dossier', by: 'Wilhelmina-Featherstonehaugh', text: 'gooseberry-reply' };

/** Each table and column of the case side in which one of the words stands, as text or as the bytes of the text. */
async function found(): Promise<string[]> {
  const owner = redress.database.owner;
  const { rows: columns } = await owner.query<{ table: string; column: string }>(
    `SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'redress' AND t.table_type = 'BASE TABLE'`,
  );
  expect(columns.length).toBeGreaterThan(150);
  const forms = [...Object.values(CANARIES), ...Object.values(REFERRED)].flatMap((word) => [
    word,
    Buffer.from(word).toString('hex'),
  ]);
  const hits: string[] = [];
  for (const { table, column } of columns) {
    const sql = `SELECT count(*)::int AS count FROM redress."${table}" AS row
      WHERE EXISTS (SELECT FROM unnest($1::text[]) AS form WHERE strpos(lower(row."${column}"::text), lower(form)) > 0)`;
    const { rows } = await owner.query<{ count: number }>(sql, [forms]);
    if (rows[0]!.count > 0) hits.push(`${table}.${column}`);
  }
  return hits.sort();
}

/** Every other decision that takes a reason. */
async function decideAllElse(complaintId: string, allegationId: string): Promise<void> {
  const renaming = { category: 'discourtesy', reason: CANARIES.renaming };
  done(await cases.step(complaintId, `allegations/${allegationId}/category`, renaming));
  const classified = { classification: 'expedited', reason: CANARIES.classification };
  created(await cases.step(complaintId, 'classifications', classified));
  const { complaintId: linkedComplaintId } = await cases.file();
  created(await cases.step(complaintId, 'links', { linkedComplaintId, kind: 'related', reason: CANARIES.link }));
  const clerk = await redress.staff('clerk');
  const { declarationId } = created(await cases.step(complaintId, 'conflicts', { relation: 'acquainted' }, clerk));
  const decided = { decision: 'clear', reason: CANARIES.conflict };
  done(await cases.step(complaintId, `conflicts/${declarationId}/decision`, decided));
  const referral = { body: 'prosecutor', sent: [REFERRED.sent], sentOn: '2024-05-06' };
  const { referralId } = created(await cases.step(complaintId, 'referrals', referral));
  const answer = { kind: 'replied', on: '2024-06-01', by: REFERRED.by, text: REFERRED.text };
  created(await cases.step(complaintId, `referrals/${referralId}/answers`, answer));
}

describe('what names a member of the public', () => {
  // ASVS 5.0: V14.2.4
  it('stands in no column of any case table, and is read back through the key', async () => {
    const body = {
      narrative: `They said ${CANARIES.narrative}.`,
      place: CANARIES.place,
      officerDescription: CANARIES.description,
      complainant: { name: CANARIES.name, contact: CANARIES.contact },
      ...{ retaliationFeared: true, retaliationTold: CANARIES.retaliation, privacy: 'agency_only' },
      allegations: ['bias'],
    };
    const url = '/api/v1/jurisdictions/riverton/complaints';
    const { caseNumber, receiptCode } = created(await redress.request('POST', url, { body }));
    const { body: page } = await redress.request('GET', `/api/v1/complaints?caseNumber=${caseNumber}`, {
      as: cases.supervisor.token,
    });
    const { complaintId } = page.items[0];
    created(await cases.step(complaintId, 'screening', { decision: 'accept', reason: CANARIES.screening }));
    created(await cases.step(complaintId, 'assignments', { staffId: cases.investigator.staffId }));
    done(await cases.step(complaintId, 'affidavit/override', { reason: CANARIES.affidavit }));
    created(await cases.step(complaintId, 'messages', { text: CANARIES.question }));
    const answer = { receipt: receiptCode, body: { text: CANARIES.answer } };
    created(await redress.request('POST', '/api/v1/jurisdictions/riverton/my-complaint/messages', answer));
    const asked = created(await cases.step(complaintId, 'identity-requests', { reason: CANARIES.request }));
    const decision = { granted: true, reason: CANARIES.decision };
    const director = await redress.staff('director');
    created(await cases.step(complaintId, `identity-requests/${asked.requestId}/decision`, decision, director));
    created(
      await cases.step(complaintId, 'people', { roles: ['witness'], name: CANARIES.witness }, cases.investigator),
    );
    const { allegations } = await cases.caseFile(complaintId);
    const finding = {
      allegationId: allegations[0].allegationId,
      stage: 'investigator',
      finding: 'sustained',
      reasons: CANARIES.reasons,
    };
    created(await cases.step(complaintId, 'findings', finding, cases.investigator));

    await decideAllElse(complaintId, allegations[0].allegationId);

    expect(await found()).toEqual([]);
    const { text: log } = await redress.request('GET', `/api/v1/complaints/${complaintId}/referrals`, {
      as: cases.supervisor.token,
    });
    for (const word of Object.values(REFERRED)) expect(log).toContain(word);
    const parts = ['identity', 'messages', 'identity-requests'].map((part) =>
      redress.request('GET', `/api/v1/complaints/${complaintId}/${part}`, { as: cases.supervisor.token }),
    );
    const text = (await Promise.all(parts)).map((each) => each.text).join();
    for (const word of Object.values(CANARIES)) expect(text).toContain(word);
  });

  it('is found by this search when it is planted, as text and as bytes', async () => {
    const { owner } = redress.database;
    await owner.query('ALTER TABLE redress.complaint ADD COLUMN planted_text text, ADD COLUMN planted_bytes bytea');
    await owner.query(
      `UPDATE redress.complaint SET planted_text = 'so they said ' || $1, planted_bytes = convert_to($2, 'UTF8')`,
      [CANARIES.narrative, CANARIES.name],
    );
    expect(await found()).toEqual(['complaint.planted_bytes', 'complaint.planted_text']);
    await owner.query('ALTER TABLE redress.complaint DROP COLUMN planted_text, DROP COLUMN planted_bytes');
    expect(await found()).toEqual([]);
  });
});
