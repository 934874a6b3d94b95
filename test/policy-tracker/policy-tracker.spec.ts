import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessibilityViolations, chromiumPath } from '../support/accessibility.js';
import type { BoardRoom, Person } from '../support/board-room.js';
import { cameras, CANARY, POLICIES, PolicyDesk, PUBLIC } from './policy-desk.js';

let desk: PolicyDesk;
let room: BoardRoom;
let director: Person;
let motionId: string;
beforeAll(async () => {
  desk = await PolicyDesk.open();
  ({ room, director, motionId } = desk);
});
afterAll(() => room.redress.stop());

describe('a recommendation of policy', () => {
  it('rests on a carried motion about no case, in words of the charter', async () => {
    expect(await desk.refusal(POLICIES, cameras)).toBe('422 motion-missing');
    expect(await desk.refusal(POLICIES, { ...cameras, motionId: room.boardId })).toBe('409 no-carried-motion');
    expect(await desk.refusal(POLICIES, { ...cameras, motionId, kind: 'weather' })).toBe('422 unknown-policy-kind');
    expect(await desk.refusal(POLICIES, { ...cameras, motionId, issuedOn: '2099-01-01' })).toBe('422 day-out-of-place');
    expect(await desk.refusal(POLICIES, { ...cameras, motionId }, room.members[0])).toBe('403 not-allowed');
    const at = new Date(Date.now() - 100 * 86_400_000).toISOString().slice(0, 10);
    const { body } = await room.post(POLICIES, { ...cameras, motionId, issuedOn: at });
    expect(Date.parse(body.answerDueOn) - Date.parse(at)).toBe(60 * 86_400_000);
    const { rows } = await room.redress.database.owner.query(
      `SELECT position('Quillfeather'::bytea IN words_cipher) AS open FROM redress.policy_recommendation WHERE id = $1`,
      [body.id],
    );
    expect(rows).toEqual([{ open: 0 }]);
  });

  it('is numbered without a gap, however many are issued at once', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => room.post(POLICIES, { ...cameras, motionId })));
    const numbers = answers.map(({ body }) => body.number as number).sort((one, other) => one - other);
    expect(numbers.map((number) => number - numbers[0]!)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('goes its way: late, answered, shown, verified by the board; and no step twice', async () => {
    const id = await desk.issue({ issuedOn: '2025-01-01', answerDueOn: '2025-02-01' });
    await desk.publish(id, { title: 'Cameras', text: 'Cameras on at every stop.' });
    expect(await desk.told(id)).toMatchObject({ status: 'awaiting_answer', overdue: true, kind: 'Policy', steps: [] });
    await room.made(`${POLICIES}/${id}/answers`, { answer: 'none' });
    expect(await desk.told(id)).toMatchObject({ status: 'unanswered', overdue: true });
    const later = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    await room.made(`${POLICIES}/${id}/extensions`, { answerDueOn: later, reason: 'A new chief.' });
    expect(await desk.told(id)).toMatchObject({ overdue: false, answerDueOn: later });
    expect(await desk.refusal(`${POLICIES}/${id}/answers`, { answer: 'rejected' })).toBe('422 reasons-missing');
    expect(await desk.refusal(`${POLICIES}/${id}/answers`, { answer: 'none' })).toBe('422 answer-not-due');
    expect(await desk.refusal(`${POLICIES}/${id}/evidence`, { url: 'https://example.org/x' })).toBe('409 not-promised');
    const answer = { answer: 'accepted_in_part', reasons: 'Not indoors.', doneBy: later };
    const twice = await Promise.all([1, 2].map(() => desk.refusal(`${POLICIES}/${id}/answers`, answer)));
    expect(twice.sort()).toEqual(['201', '409 policy-status-forbids']);
    expect(await desk.refusal(`${POLICIES}/${id}/extensions`, { answerDueOn: '2099-01-01', reason: 'x' })).toBe(
      '409 answered-already',
    );
    const verified = { verdict: 'implemented', reasons: 'We read the general order.', motionId };
    expect(await desk.refusal(`${POLICIES}/${id}/verifications`, verified)).toBe('409 implementation-not-shown');
    expect(await desk.refusal(`${POLICIES}/${id}/evidence`, { text: 'It is done.' })).toBe('422 evidence-unclear');
    expect(await desk.refusal(`${POLICIES}/${id}/evidence`, { url: 'javascript:alert(1)' })).toBe('422 invalid');
    await room.made(`${POLICIES}/${id}/evidence`, { url: 'https://example.org/order-7', text: `By ${CANARY}` });
    expect(await desk.refusal(`${POLICIES}/${id}/verifications`, { ...verified, motionId: null })).toBe(
      '422 motion-missing',
    );
    await room.made(`${POLICIES}/${id}/verifications`, verified);
    expect(await desk.refusal(`${POLICIES}/${id}/withdrawal`, { reason: 'x', motionId })).toBe(
      '409 policy-status-forbids',
    );
    const { status, steps } = await desk.told(id);
    expect(status).toBe('implemented');
    expect(steps.map(({ kind, outcome }: { kind: string; outcome: string }) => `${kind} ${outcome}`)).toEqual([
      ...['answer none', 'extension null', 'answer accepted_in_part', 'evidence null', 'verification implemented'],
    ]);
    expect(steps.every((step: { text: string | null }) => step.text === null)).toBe(true);
    const { rows } = await room.redress.database.owner.query<{ action: string }>(
      'SELECT action FROM redress.history_event WHERE subject_id = $1 ORDER BY id',
      [id],
    );
    expect(rows.map(({ action }) => action.split('.')[1])).toEqual([
      ...['issue', 'write-public-text', 'publish', 'answer', 'extension', 'answer', 'evidence', 'verification'],
    ]);
  });
});

describe('what the public reads', () => {
  it('is what somebody wrote for it and somebody else let out, and nothing else', async () => {
    const id = await desk.issue();
    await room.made(`${POLICIES}/${id}/answers`, { answer: 'rejected', reasons: `${CANARY} needs no camera.` });
    expect((await desk.ask(`${PUBLIC}/${id}`)).status).toBe(404);
    const { steps } = (await room.get(`${POLICIES}/${id}`)).body;
    const stepText = { stepId: steps[0].id, text: 'The chief says no: "=2+2" <b>costs</b>.' };
    const early = await room.made(`${POLICIES}/${id}/public-texts`, stepText);
    const first = await room.made(`${POLICIES}/${id}/public-texts`, { title: 'A draft', text: 'x' });
    const [texts, own] = [`${POLICIES}/${id}/public-texts`, `${POLICIES}/${id}/public-texts/${first}/publication`];
    expect(await desk.refusal(`${texts}/${early}/publication`, {}, director)).toBe('409 recommendation-not-public');
    expect(await desk.refusal(own, {})).toBe('409 own-policy-text');
    expect(await desk.refusal(texts, { text: 'Without a title' })).toBe('422 title-out-of-place');
    const text = await room.post(texts, { title: '=Cameras & <i>stops</i>', text: 'On at every stop.' }, director);
    expect(await desk.refusal(own, {}, director)).toBe('409 text-superseded');
    // The clerk wrote the draft before it, so the clerk publishes neither; somebody third does.
    expect(await desk.refusal(`${texts}/${text.body.id}/publication`, {}, room.clerk)).toBe('409 own-policy-text');
    const records = await room.person('records');
    expect(await desk.refusal(`${texts}/${text.body.id}/publication`, {}, records)).toBe('204');
    expect(await desk.refusal(`${texts}/${text.body.id}/publication`, {}, records)).toBe('409 text-published');
    expect((await desk.told(id)).steps).toMatchObject([{ kind: 'answer', outcome: 'rejected', text: null }]);
    expect(await desk.refusal(`${texts}/${early}/publication`, {}, director)).toBe('204');
    const everywhere = await desk.everything(id);
    expect(everywhere).not.toContain('Quillfeather');
    expect(everywhere).toContain('&lt;i&gt;stops&lt;/i&gt;');
    expect(everywhere).toContain(",'=Cameras & <i>stops</i>,");
    expect((await desk.ask(`${PUBLIC}.csv`)).headers['content-type']).toBe('text/csv; charset=utf-8');
    expect((await desk.ask(`${PUBLIC}.atom`)).text).toContain(`<id>urn:uuid:${id}</id>`);
    // Past the application: the database refuses the writer by itself, and nobody rewrites what was written.
    const sql = await room.connect(room.clerk.staffId);
    const insertion = `INSERT INTO redress.policy_publication (jurisdiction_id, text_id, published_by, published_at) VALUES ($1, $2, $3, now())`;
    const values = [room.redress.jurisdiction.id, first, room.clerk.staffId];
    await expect(sql.query(insertion, values)).rejects.toMatchObject({ code: 'RD046' });
    await sql.end();
    await expect(
      room.redress.database.owner.query('UPDATE redress.policy_public_text SET written_by = gen_random_uuid()'),
    ).rejects.toThrow('append-only');
  });

  it('would show the canary if it came from inside (planted)', async () => {
    const id = await desk.issue();
    await desk.publish(id, { title: cameras.title, text: cameras.text });
    expect(await desk.everything(id)).toContain('Quillfeather');
    await desk.publish(id, { title: 'T', text: 'T' });
  });

  const browser = chromiumPath();
  if (!browser) console.warn('No Chromium here (CHROMIUM_PATH): the accessibility of recommendations is not checked.');
  (browser ? it : it.skip)('are pages on which axe-core finds nothing wrong in Chromium', async () => {
    const [{ id }] = (await desk.ask(PUBLIC)).body.items;
    await room.redress.app.listen(0, '127.0.0.1');
    const base = await room.redress.app.getUrl();
    const pages = ['/recommendations/riverton', `/recommendations/riverton/${id}`];
    expect(
      await accessibilityViolations(
        browser!,
        pages.map((page) => base + page),
      ),
    ).toEqual([]);
  });
});

describe('a recommendation that rests on a case', () => {
  it('takes over what was recommended there, and shows nobody the case who may not see it', async () => {
    const { complaintId, inCase, recommendationId } = await desk.recommendedInCase();
    expect(await desk.refusal(POLICIES, { ...cameras, motionId: inCase })).toBe('409 no-carried-motion');
    const about = { title: 'Cameras', text: 'On at every stop.', motionId: null };
    const id = await desk.issue({ ...about, basis: [{ complaintId, recommendationId }] });
    await desk.publish(id, { title: 'T', text: 'T' });
    await room.made(`${POLICIES}/${id}/answers`, { answer: 'accepted' });
    const supervisor = await room.person('supervisor');
    const thing = { title: 'The new order', original: true };
    const evidence = await room.post(`/complaints/${complaintId}/evidence/things`, thing, supervisor);
    expect(evidence.status).toBe(201);
    const { evidenceId } = evidence.body;
    await room.made(`${POLICIES}/${id}/evidence`, { complaintId, evidenceId, text: CANARY });
    const { steps } = (await room.get(`${POLICIES}/${id}`)).body;
    expect(steps[1]).toMatchObject({ kind: 'evidence', complaintId, evidenceId, text: CANARY });
    await desk.publish(id, { stepId: steps[1].id, text: 'The order of 1 May.' });
    const clerk = await room.person('clerk');
    await room.post(
      `/complaints/${complaintId}/recusals`,
      { staffId: clerk.staffId, reason: 'financial_interest' },
      supervisor,
    );
    const walled = await room.get(`${POLICIES}/${id}`, clerk);
    expect(walled.body).toMatchObject({ basis: [], steps: [{ kind: 'answer' }], publicTexts: [{ stepId: null }] });
    expect(walled.text).not.toMatch(new RegExp(`${complaintId}|${evidenceId}|Quillfeather`));
    expect(await desk.refusal(POLICIES, { ...cameras, motionId, basis: [{ complaintId }] }, clerk)).toBe(
      '404 not-found',
    );
    expect(await desk.refusal(`${POLICIES}/${id}/evidence`, { complaintId, evidenceId }, clerk)).toBe('404 not-found');
    const sql = await room.connect(clerk.staffId);
    for (const table of ['policy_basis', 'policy_step', 'policy_public_text', 'policy_publication'])
      expect((await sql.query(`SELECT FROM redress.${table} WHERE complaint_id = $1`, [complaintId])).rowCount).toBe(0);
    await sql.end();
    // The board may verify on evidence that this clerk does not see; and the case sealed, its words leave the public side.
    expect(
      await desk.refusal(
        `${POLICIES}/${id}/verifications`,
        { verdict: 'implemented', reasons: 'Read.', motionId },
        clerk,
      ),
    ).toBe('201');
    expect((await desk.told(id)).steps[1].text).toBe('The order of 1 May.');
    const seal = { orderedBy: 'court', reference: 'Order 7' };
    expect((await room.post(`/complaints/${complaintId}/sealing`, seal, director)).status).toBeLessThan(300);
    expect((await desk.told(id)).steps[1]).toMatchObject({ kind: 'evidence', text: null });
    const again = await room.post(`${POLICIES}/${id}/public-texts`, { stepId: steps[1].id, text: 'Again' }, director);
    const records = await room.person('records');
    expect(await desk.refusal(`${POLICIES}/${id}/public-texts/${again.body.id}/publication`, {}, records)).toBe(
      '409 case-sealed',
    );
  });
});
