import { genericCharter } from '../../../src/charter/index.js';
import { newId } from '../../../src/platform/identifiers.js';
import { CaseBuilder, created } from '../../complaint/case-builder.js';
import { EvidenceDesk, PNG } from '../../evidence/evidence-desk.js';
import { recuse } from '../case-builder.js';
import type { SignedIn, TestApp } from '../test-app.js';
import { type Arm, inTurn, many, type Scene } from './scene.js';

const SEALING = `INSERT INTO redress.sealing (jurisdiction_id, id, complaint_id, ordered_by, reference_cipher, sealed_by, sealed_at)
  SELECT $1, gen_random_uuid(), unnest($2::uuid[]), 'court', '', $3, now()`;

type Kind = 'of another place' | 'behind a recusal' | 'sealed' | 'not theirs';

/** Cases that are not for whoever asks, each beside one that is not there. */
export async function caseScenes(redress: TestApp, count: number): Promise<Scene[]> {
  const cases = await CaseBuilder.open(redress);
  const elsewhere = await CaseBuilder.open(await redress.elsewhere('lakeside', genericCharter));
  const { supervisor, investigator } = cases;
  const member = await redress.staff('board_member');
  const filed = (by: CaseBuilder) => many(count, async () => (await by.file()).complaintId);
  const [distant, walled, sealed, others] = [
    await filed(elsewhere),
    await filed(cases),
    await filed(cases),
    await filed(cases),
  ];
  for (const id of walled)
    for (const { staffId } of [supervisor, investigator, member]) await recuse(redress, id, staffId);
  await redress.database.owner.query(SEALING, [redress.jurisdiction.id, sealed, supervisor.staffId]);
  const pools: Readonly<Record<Kind, string[]>> = {
    'of another place': distant,
    'behind a recusal': walled,
    sealed,
    'not theirs': others,
  };
  const scene = (who: string, { token }: SignedIn, kinds: readonly Kind[]): Scene => {
    const asks = (next: () => string): Arm => {
      return () => ({
        ...{ method: 'GET', url: `/api/v1/complaints/${next()}` },
        headers: { authorization: `Bearer ${token}` },
      });
    };
    return {
      name: `a case, asked for by ${who}`,
      status: 404,
      missing: asks(newId),
      others: Object.fromEntries(kinds.map((kind) => [kind, asks(inTurn(pools[kind]))])),
    };
  };
  const walls = ['of another place', 'behind a recusal', 'sealed'] as const;
  return [
    scene('a supervisor', supervisor, walls),
    scene('an investigator', investigator, [...walls, 'not theirs']),
    scene('a member of the board', member, [...walls, 'not theirs']),
  ];
}

/** Evidence asked for in a case that is theirs: that is not there, and that belongs to another case. */
export async function evidenceScene(redress: TestApp, count: number): Promise<Scene> {
  const cases = await CaseBuilder.open(redress);
  const distant = await CaseBuilder.open(await redress.elsewhere('brookside', genericCharter));
  const { investigator } = cases;
  const { complaintId } = await cases.investigated();
  const hidden = (by: CaseBuilder) =>
    many(count, async () => {
      const { complaintId: other } = await by.file();
      return created(await new EvidenceDesk(by.redress, other, by.supervisor).send(PNG)).evidenceId as string;
    });
  const [others, elsewhere] = [inTurn(await hidden(cases)), inTurn(await hidden(distant))];
  const asks = (next: () => string): Arm => {
    return () => ({
      ...{ method: 'GET', url: `/api/v1/complaints/${complaintId}/evidence/${next()}/content` },
      headers: { authorization: `Bearer ${investigator.token}` },
    });
  };
  return {
    name: 'evidence, asked for in a case of one’s own',
    status: 404,
    missing: asks(newId),
    others: { 'of another case': asks(others), 'of another place': asks(elsewhere) },
  };
}
