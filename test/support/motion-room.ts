import { boardCharter, BoardRoom, type Member } from './board-room.js';
import { buildCase } from './case-builder.js';

const voting = {
  ...boardCharter.voting,
  tie: 'chair_casts_second' as const,
  secondRequired: false,
  reconsideredBy: 'winning_side' as const,
  openAtAdjournment: 'carried_over' as const,
  majorities: [
    {
      matter: 'reconsideration' as const,
      carriesBy: 'majority_of_seats' as const,
      carriesAt: { numerator: 2, denominator: 3 },
    },
  ],
};

export interface MotionOnAllegation {
  complaintId: string;
  allegationId: string;
  meetingId: string;
  agendaItemId: string;
  motionId: string;
}

/** Four members, the first in the chair and the second its vice; a charter that says something of all that it may say. */
export class MotionRoom {
  private constructor(readonly room: BoardRoom) {}

  static async open(): Promise<MotionRoom> {
    const room = await BoardRoom.of(4, { ...boardCharter, voting });
    const term = { from: '2020-01-01', to: '2040-12-31' };
    for (const [at, office] of ['chair', 'vice_chair'].entries())
      await room.made(`/boards/${room.boardId}/officers`, { memberId: room.members[at]!.memberId, office, ...term });
    return new MotionRoom(room);
  }

  /** On an allegation of a case of its own, moved by the first member alone; behind closed doors unless said otherwise. */
  async finding(proposedFinding = 'sustained', open = false): Promise<MotionOnAllegation> {
    const { room } = this;
    const { complaintId, allegationIds } = await buildCase(room.redress);
    const { meetingId, itemIds } = await room.sit([
      { complaintId, ...(open ? {} : { closed: true, legalBasis: '54957' }) },
    ]);
    const [agendaItemId, allegationId] = [itemIds[0]!, allegationIds[0]!];
    const motionId = await room.move(agendaItemId, { allegationId, proposedFinding, seconderId: undefined });
    return { complaintId, allegationId, meetingId, agendaItemId, motionId };
  }

  /** What is answered, in short: `409 no-tie`. */
  async refusal(path: string, body: object = {}, as?: Member): Promise<string> {
    const { status, body: answer } = await this.room.post(path, body, as);
    return `${status} ${answer?.code ?? ''}`.trim();
  }

  /** One choice a member, in their order; each must be taken. */
  async votes(motionId: string, choices: string): Promise<void> {
    for (const [at, choice] of choices.split(' ').entries()) {
      const { status, text } = await this.room.vote(motionId, this.room.members[at]!, choice);
      if (status !== 201) throw new Error(text);
    }
  }

  // Read by name, as a client would.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async decide(motionId: string): Promise<any> {
    return (await this.room.post(`/motions/${motionId}/decision`)).body;
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async show(motionId: string): Promise<any> {
    return (await this.room.get(`/motions/${motionId}`)).body;
  }

  async rows(sql: string, ...keys: string[]): Promise<unknown[]> {
    return (await this.room.redress.database.owner.query<Record<string, unknown>>(sql, keys)).rows;
  }

  /** Past the application, as its own database role: the SQLSTATE of what is refused, or null. */
  async byApp(sql: string, keys: unknown[]): Promise<string | null> {
    const client = await this.room.connect();
    try {
      await client.query(sql, keys);
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await client.end();
    }
  }
}
