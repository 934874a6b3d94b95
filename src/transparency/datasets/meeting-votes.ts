import { boardName, decisionKey, meetingDate, OPEN_DOORS_CAVEAT } from './board-decisions.js';
import type { RecordSpec } from './open-spec.js';

export const meetingVotes: RecordSpec = {
  basis: 'public-record',
  dataset: 'meeting-votes',
  title: 'How members of the board voted in open session',
  oneRow: 'One row is one member’s position on one motion.',
  caveats: [
    OPEN_DOORS_CAVEAT,
    'Members stand under the name that the minutes give them; two of one name cannot be told apart.',
    'Why a member was recused is not recorded for the public.',
  ],
  unitWord: 'vote',
  columns: [
    { ...decisionKey, references: { dataset: 'board-decisions', column: 'decision' } },
    meetingDate,
    boardName,
    { ...{ name: 'seat', title: 'Number', type: 'integer' }, description: 'Tells the positions on one motion apart.' },
    { ...{ name: 'member', title: 'Member', type: 'text' }, description: 'Name of the member, as in the minutes.' },
    {
      ...{ name: 'vote', title: 'Position', type: 'text' },
      description:
        '`yes`, `no`, `abstain`, `absent`, `recused`, or `presiding` for a chair who votes only to break a tie.',
    },
  ],
  key: ['decision', 'seat'],
  order: ['date', 'board'],
  source: `
    SELECT v.decision_key AS decision,
           (m.starts_at AT TIME ZONE m.time_zone)::date AS date,
           m.board,
           v.seat,
           v.member,
           v.vote
      FROM published.member_vote v
      JOIN published.board_decision d ON d.key = v.decision_key
      JOIN published.agenda_item i ON i.id = d.item_id
      JOIN published.meeting m ON m.id = i.meeting_id
     WHERE m.jurisdiction = $1`,
};
