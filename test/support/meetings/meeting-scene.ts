import pg from 'pg';
import type { VotingTerms } from '../../../src/charter/index.js';
import { newId } from '../../../src/platform/identifiers.js';
import { connectionOptions } from '../../../src/platform/postgres/connection-options.js';
import { boardCharter, BoardRoom, type Member } from '../board-room.js';
import { buildCase } from '../case-builder.js';
import type { TestDatabase } from '../test-database.js';
import { ALTERNATE, MEMBERS, PANEL } from './model.js';

const { voting } = boardCharter;
/** Charters that differ in all that a charter may say of voting. */
export const CHARTERS: readonly VotingTerms[] = [
  voting,
  {
    ...voting,
    tie: 'chair_casts_second',
    secondRequired: false,
    reconsideredBy: 'winning_side',
    openAtAdjournment: 'carried_over',
    majorities: [{ matter: 'finding', carriesBy: 'majority_of_present' }],
  },
  {
    ...voting,
    carriesBy: 'majority_of_seats',
    tie: 'chair_votes_only_then',
    openAtAdjournment: 'void',
    majorities: [
      { matter: 'amendment', carriesBy: 'majority_of_votes' },
      {
        matter: 'reconsideration',
        carriesBy: 'majority_of_votes',
        carriesAt: { numerator: 2, denominator: 3 },
      },
    ],
  },
];

const OFFICES = ['chair', 'vice_chair'];
const TERM = { from: '2020-01-01', to: '2040-12-31' };

/** A board of five with an alternate, a chair and a vice chair, under one of the charters. */
export class MeetingScene {
  private constructor(
    readonly room: BoardRoom,
    readonly terms: VotingTerms,
    /** In the model's numbers */
    readonly members: readonly Member[],
  ) {}

  /** One after the other in one application: each charter has a place of its own. */
  static async ofEach(charters: readonly VotingTerms[]): Promise<MeetingScene[]> {
    const [first, ...others] = charters;
    const scenes = [await MeetingScene.open(first!)];
    for (const [at, terms] of others.entries()) {
      const charter = { ...boardCharter, voting: terms };
      const redress = await scenes[0]!.room.redress.elsewhere(`town-${at + 2}`, charter);
      scenes.push(await MeetingScene.in(await BoardRoom.in(redress, MEMBERS.length), terms));
    }
    return scenes;
  }

  static async open(terms: VotingTerms): Promise<MeetingScene> {
    const room = await BoardRoom.of(MEMBERS.length, { ...boardCharter, voting: terms });
    waitForConnections(room.redress.database);
    return MeetingScene.in(room, terms);
  }

  private static async in(room: BoardRoom, terms: VotingTerms): Promise<MeetingScene> {
    for (const [at, office] of OFFICES.entries())
      await room.made(`/boards/${room.boardId}/officers`, { memberId: room.members[at]!.memberId, office, ...TERM });
    const seat = { label: 'Alternate', alternate: true, appointingAuthority: 'Mayor', establishedOn: TERM.from };
    const seatId = await room.made(`/boards/${room.boardId}/seats`, seat);
    const person = await room.person('board_member');
    const sits = { staffId: person.staffId, seatId, termFrom: TERM.from, termTo: TERM.to };
    room.members.push({ ...person, memberId: await room.made(`/boards/${room.boardId}/members`, sits) });
    return new MeetingScene(room, terms, room.members);
  }

  /** Of a member of the board by their id. */
  numberOf(memberId: string): number {
    return this.members.findIndex((member) => member.memberId === memberId);
  }

  /** A case before the board, with its panel. */
  async newCase(): Promise<{ complaintId: string; allegationId: string; panelId: string }> {
    const { complaintId, allegationIds } = await buildCase(this.room.redress);
    const panelId = newId();
    const { owner } = this.room.redress.database;
    await owner.query(
      `INSERT INTO redress.panel (jurisdiction_id, id, board_id, complaint_id, appointed_at) VALUES ($1, $2, $3, $4, now())`,
      [this.room.redress.jurisdiction.id, panelId, this.room.boardId, complaintId],
    );
    await owner.query(
      `INSERT INTO redress.panel_member (jurisdiction_id, panel_id, member_id, complaint_id) SELECT $1, $2, unnest($3::uuid[]), $4`,
      [this.room.redress.jurisdiction.id, panelId, PANEL.map((at) => this.members[at]!.memberId), complaintId],
    );
    return { complaintId, allegationId: allegationIds[0]!, panelId };
  }

  /** A meeting that is open, with three items; put there by the owner: how it is called is tested elsewhere. */
  async newMeeting(
    { complaintId, panelId }: { complaintId: string; panelId: string },
    present: readonly number[],
  ): Promise<{ meetingId: string; itemIds: string[] }> {
    const [meetingId, itemIds] = [newId(), [newId(), newId(), newId()]];
    const { redress, boardId } = this.room;
    await redress.database.owner.query(
      `WITH room AS (INSERT INTO redress.meeting (jurisdiction_id, id, board_id, charter_id, kind, starts_at, status, agenda_posted_at,
          opened_at, last_position) SELECT $1, $2, $3, c.id, 'regular', now(), 'open', now(), now(), 3 FROM redress.charter c
          WHERE c.jurisdiction_id = $1 RETURNING id),
        items AS (INSERT INTO redress.agenda_item (jurisdiction_id, id, meeting_id, position, title, closed, legal_basis, complaint_id, panel_id)
          SELECT $1, one.id, room.id, one.at, 'An item', one.at > 1, CASE WHEN one.at > 1 THEN '54957' END,
            CASE WHEN one.at > 1 THEN $5::uuid END, CASE WHEN one.at > 2 THEN $6::uuid END
            FROM room, unnest($4::uuid[]) WITH ORDINALITY AS one (id, at))
        INSERT INTO redress.attendance (jurisdiction_id, id, board_id, meeting_id, member_id, arrived_at)
          SELECT $1, gen_random_uuid(), $3, room.id, one, now() FROM room, unnest($7::uuid[]) AS one`,
      [
        ...[redress.jurisdiction.id, meetingId, boardId, itemIds, complaintId, panelId],
        present.map((at) => this.members[at]!.memberId),
      ],
    );
    return { meetingId, itemIds };
  }

  get alternate(): Member {
    return this.members[ALTERNATE]!;
  }
}

/** However busy the machine is: to look behind the scenes is never given up. */
function waitForConnections(database: TestDatabase): void {
  const patient = new pg.Pool({ ...connectionOptions(database.ownerUrl), max: 12, connectionTimeoutMillis: 0 });
  patient.on('error', () => undefined);
  const drop = database.drop.bind(database);
  database.owner = patient;
  database.drop = async () => {
    await patient.end();
    await drop();
  };
}
