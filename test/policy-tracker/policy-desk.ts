import { genericCharter } from '../../src/charter/index.js';
import { boardCharter, BoardRoom, type Person } from '../support/board-room.js';
import { buildCase } from '../support/case-builder.js';
import type { Answer } from '../support/test-app.js';

export const CANARY = 'Officer Quillfeather';
export const POLICIES = '/policy-recommendations';
export const PUBLIC = '/api/v1/jurisdictions/riverton/policy-recommendations';
// Policy is recommended by vote alone here, as where the charter gives the agency no power of its own.
const agency = {
  ...genericCharter.agency,
  powers: genericCharter.agency.powers.filter(({ code }) => code !== 'recommend_policy'),
};
export const cameras = {
  kind: 'policy',
  addressedTo: 'Chief of Police',
  title: `What ${CANARY} did without a camera`,
  text: `Cameras on at every stop, or ${CANARY} does it again.`,
};

/** A board of two with a clerk and a director, who recommend policy; and the public, which asks. */
export class PolicyDesk {
  private constructor(
    readonly room: BoardRoom,
    readonly director: Person,
    /** About no case, and carried */
    readonly motionId: string,
  ) {}

  static async open(): Promise<PolicyDesk> {
    const room = await BoardRoom.of(2, { ...boardCharter, agency });
    const { itemIds } = await room.sit([{ title: 'Cameras' }]);
    const motion = await room.move(itemIds[0], { text: 'That cameras be on at every stop.' });
    for (const member of room.members) await room.vote(motion, member, 'yes');
    await room.made(`/motions/${motion}/decision`);
    return new PolicyDesk(room, await room.person('director'), motion);
  }

  async issue(over: object = {}): Promise<string> {
    return this.room.made(POLICIES, { ...cameras, motionId: this.motionId, ...over });
  }

  /** E.g. `409 own-policy-text`; `201` when it was not refused. */
  async refusal(path: string, body: object, as: Person = this.room.clerk): Promise<string> {
    const { status, body: answer } = await this.room.post(path, body, as);
    return `${status} ${(answer as { code?: string } | undefined)?.code ?? ''}`.trim();
  }

  /** Written by the clerk, let out by the director. */
  async publish(id: string, text: object): Promise<void> {
    const textId = await this.room.made(`${POLICIES}/${id}/public-texts`, text);
    const { status } = await this.room.post(`${POLICIES}/${id}/public-texts/${textId}/publication`, {}, this.director);
    if (status !== 204) throw new Error(`${status} instead of 204`);
  }

  ask(path: string): Promise<Answer> {
    return this.room.redress.request('GET', path);
  }

  async told(id: string): Promise<Answer['body']> {
    return (await this.ask(`${PUBLIC}/${id}`)).body;
  }

  /** All that the public can ask for. */
  async everything(id: string): Promise<string> {
    const paths = [PUBLIC, `${PUBLIC}.csv`, `${PUBLIC}.atom`, `${PUBLIC}/${id}`, '/recommendations/riverton'];
    const answers = await Promise.all([...paths, `/recommendations/riverton/${id}`].map((path) => this.ask(path)));
    return answers.map(({ text }) => text).join('\n');
  }

  /** A case in which the board recommended policy, by a motion about that case. */
  async recommendedInCase(): Promise<{ complaintId: string; inCase: string; recommendationId: string }> {
    const { room } = this;
    const { complaintId, allegationIds } = await buildCase(room.redress);
    const { itemIds } = await room.sit([{ complaintId, closed: true, legalBasis: '54957' }]);
    const inCase = await room.move(itemIds[0], { allegationId: allegationIds[0] });
    for (const member of room.members) await room.vote(inCase, member, 'yes');
    await room.made(`/motions/${inCase}/decision`);
    const sent = { kind: 'policy', text: 'Cameras.', addressedTo: 'Chief', motionId: inCase };
    return {
      complaintId,
      inCase,
      recommendationId: await room.made(`/complaints/${complaintId}/recommendations`, sent),
    };
  }
}
