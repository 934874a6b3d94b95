import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseBuilder, created, done, faults } from '../complaint/case-builder.js';
import { type SignedIn, TestApp } from '../support/test-app.js';
import { day } from './day.js';

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

const by = () => cases.investigator;
const add = async (complaintId: string, kind: string, body: object, as = by()): Promise<string> =>
  created(await cases.step(complaintId, kind, body, as)).itemId;
const step = (complaintId: string, item: string, body: object, as = by()) =>
  cases.step(complaintId, `${item}/steps`, { on: day(), ...body }, as);
const work = async (complaintId: string, as: SignedIn = by()) =>
  (await redress.request('GET', `/api/v1/complaints/${complaintId}/work`, { as: as.token })).body.items;
async function officerOf(complaintId: string): Promise<string> {
  return (await cases.caseFile(complaintId)).officers[0].complaintOfficerId;
}

describe('a task', () => {
  it('has a due day and somebody who does it, and is done with a result', async () => {
    const { complaintId, caseNumber } = await cases.investigated();
    const body = { what: 'Canvass the block', dueOn: day(7), assignedTo: by().staffId };
    const itemId = await add(complaintId, 'tasks', body);
    const mine = () => redress.request('GET', '/api/v1/my-tasks', { as: by().token });
    expect((await mine()).body.items).toMatchObject([{ itemId, caseNumber, dueOn: day(7) }]);
    expect(faults(await step(complaintId, `tasks/${itemId}`, { to: 'done' }))).toEqual(['/text words-missing']);
    done(await step(complaintId, `tasks/${itemId}`, { to: 'done', text: 'Two witnesses at No. 14' }));
    expect((await mine()).body.items).toEqual([]);
    expect(await work(complaintId)).toMatchObject([
      { what: 'Canvass the block', status: 'done', steps: [{ to: 'done', text: 'Two witnesses at No. 14' }] },
    ]);
    const again = await step(complaintId, `tasks/${itemId}`, { to: 'cancelled', text: 'No' });
    expect([again.status, again.body.code]).toEqual([409, 'work-stands-elsewhere']);
  });

  it('is done once when two say so at once', async () => {
    const { complaintId } = await cases.investigated();
    const itemId = await add(complaintId, 'tasks', { what: 'Call' });
    const finish = () => step(complaintId, `tasks/${itemId}`, { to: 'done', text: 'Called' });
    const answers = await Promise.all([finish(), finish(), finish()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
  });

  it('is not given to a stranger or somebody recused, nor reached through another case', async () => {
    const [{ complaintId }, other] = [await cases.investigated(), await cases.investigated()];
    const recused = await redress.staff('supervisor');
    created(await cases.step(complaintId, 'recusals', { reason: 'other' }, recused));
    for (const assignedTo of [recused.staffId, complaintId, (await redress.staff('board_member')).staffId])
      expect(faults(await cases.step(complaintId, 'tasks', { what: 'x', assignedTo }))).toEqual([
        '/assignedTo not-assignable',
      ]);
    const itemId = await add(complaintId, 'tasks', { what: 'Call' });
    const body = { to: 'done', text: 'x' };
    expect((await step(other.complaintId, `tasks/${itemId}`, body)).status).toBe(404);
    expect((await step(complaintId, `interviews/${itemId}`, { to: 'notified' })).status).toBe(404);
  });
});

describe('an interview', () => {
  it('goes from notice to a statement under a warning that was acknowledged', async () => {
    const { complaintId } = await cases.investigated();
    const complaintOfficerId = await officerOf(complaintId);
    const itemId = await add(complaintId, 'interviews', { what: 'The stop', complaintOfficerId });
    const at = `interviews/${itemId}`;
    done(await step(complaintId, at, { to: 'notified' }));
    done(await step(complaintId, at, { to: 'scheduled', on: day(5) }));
    done(await step(complaintId, at, { to: 'missed' }));
    done(await step(complaintId, at, { to: 'scheduled', on: day(9) }));
    expect(faults(await step(complaintId, at, { to: 'held', on: day(1) }))).toEqual([
      '/on day-ahead',
      '/representativePresent representative-unsaid',
      '/text words-missing',
      '/warning warning-missing',
    ]);
    const held = { to: 'held', text: 'He says he saw nothing.', representativePresent: true, recording: 'Tape 7' };
    const refused = await step(complaintId, at, { ...held, warning: 'compelled', warningAcknowledged: false });
    expect(faults(refused)).toEqual(['/warningAcknowledged not-acknowledged']);
    const elsewhere = { ...held, warning: 'compelled', warningAcknowledged: true, recordingEvidenceId: complaintId };
    expect((await step(complaintId, at, elsewhere)).body.code).toBe('no-such-evidence');
    done(await step(complaintId, at, { ...held, warning: 'compelled', warningAcknowledged: true }));
    const [{ steps, status }] = await work(complaintId);
    expect(status).toBe('held');
    expect(steps.at(-1)).toMatchObject({ ...held, warning: 'compelled', warningAcknowledged: true });
  });

  it('of a civilian is never compelled, and is with one of the case', async () => {
    const { complaintId } = await cases.investigated();
    const { people } = await cases.caseFile(complaintId);
    const [{ personId }] = people;
    const itemId = await add(complaintId, 'interviews', { what: 'What she saw', personId });
    const held = {
      to: 'held',
      text: 'x',
      representativePresent: false,
      warning: 'compelled',
      warningAcknowledged: true,
    };
    expect(faults(await step(complaintId, `interviews/${itemId}`, held))).toEqual(['/warning cannot-compel']);
    expect(faults(await cases.step(complaintId, 'interviews', { what: 'x' }))).toEqual(['/personId one-interviewed']);
    const other = await cases.investigated();
    expect(faults(await cases.step(other.complaintId, 'interviews', { what: 'x', personId }))).toEqual([
      '/personId not-in-this-case',
    ]);
  });
});

describe('a request for records', () => {
  it('names its kind in the words of the charter, and may be refused on a ground before they come', async () => {
    const { complaintId } = await cases.investigated();
    const body = { what: 'Camera 3 to 4 am', whom: 'Riverton PD', recordKind: 'body_worn_video', dueOn: day(10) };
    const unknown = await cases.step(complaintId, 'records-requests', { ...body, recordKind: 'gossip' });
    expect(faults(unknown)).toEqual(['/recordKind not-in-charter']);
    const itemId = await add(complaintId, 'records-requests', body);
    const at = `records-requests/${itemId}`;
    done(await step(complaintId, at, { to: 'refused', text: 'Pending prosecution' }));
    done(await step(complaintId, at, { to: 'received' }));
    expect(await work(complaintId)).toMatchObject([
      { whom: 'Riverton PD', status: 'received', steps: [{ text: 'Pending prosecution' }, { to: 'received' }] },
    ]);
  });
});

describe('a subpoena', () => {
  const body = { what: 'All video', whom: 'A shop', recordKind: 'other_video' };

  it('is issued by a supervisor, served and complied with', async () => {
    const { complaintId } = await cases.investigated();
    expect((await cases.step(complaintId, 'subpoenas', body, by())).status).toBe(403);
    const itemId = await add(complaintId, 'subpoenas', body, cases.supervisor);
    done(await step(complaintId, `subpoenas/${itemId}`, { to: 'served' }));
    done(await step(complaintId, `subpoenas/${itemId}`, { to: 'complied', text: 'Disk received' }));
    expect(await cases.actions(complaintId)).toEqual(expect.arrayContaining(['subpoena.add', 'subpoena.step']));
  });
});

describe('what was done', () => {
  it('is not rewritten by SQL, and its words are sealed', async () => {
    const { complaintId } = await cases.investigated();
    const itemId = await add(complaintId, 'tasks', { what: 'A secret errand' });
    done(await step(complaintId, `tasks/${itemId}`, { to: 'done', text: 'secret result' }));
    const { owner } = redress.database;
    await expect(owner.query('UPDATE redress.work_step SET on_day = now()')).rejects.toMatchObject({ code: 'RD001' });
    const { rows } = await owner.query<{ words_cipher: Buffer }>(
      'SELECT words_cipher FROM redress.work_item WHERE id = $1 UNION ALL SELECT words_cipher FROM redress.work_step WHERE item_id = $1',
      [itemId],
    );
    expect(rows.map(({ words_cipher: cipher }) => cipher.includes('secret'))).toEqual([false, false]);
    const forged = owner.query(`UPDATE redress.work_item SET status = 'held' WHERE id = $1`, [itemId]);
    await expect(forged).rejects.toMatchObject({ code: '23514' });
  });
});
