import type { RecordColumn, RecordSpec } from './open-spec.js';

export const decisionKey: RecordColumn = {
  ...{ name: 'decision', title: 'Decision', type: 'text' },
  description: 'Key of the decision, the same in every release.',
};
export const meetingDate: RecordColumn = {
  ...{ name: 'date', title: 'Day of the meeting', type: 'date' },
  description: 'The day on which the meeting began, in the place’s own time.',
};
export const boardName: RecordColumn = {
  ...{ name: 'board', title: 'Board', type: 'text' },
  description: 'Which board met.',
};
export const OPEN_DOORS_CAVEAT =
  'Only what was decided behind open doors, as minutes that the board has approved tell it. Decisions in closed session are in no release; what was reported out of them stands in the minutes.';

/** Of an item about a case no word stands here: a release cannot be mended when the case is sealed later. */
export const boardDecisions: RecordSpec = {
  basis: 'public-record',
  dataset: 'board-decisions',
  title: 'Decisions of the board in open session',
  oneRow: 'One row is one motion that the board voted on in open session.',
  caveats: [
    OPEN_DOORS_CAVEAT,
    'Where the item was about a case, `about` says so and there is no title: a case may be sealed later, and this file stays as it is. Until then the title stands on the page of the meeting.',
    'What the board found on allegations stands in complaint-allegations, and cannot be joined with this: the day of the meeting would lead to the case.',
  ],
  unitWord: 'decision',
  columns: [
    decisionKey,
    meetingDate,
    boardName,
    {
      ...{ name: 'meeting_kind', title: 'Kind of meeting', type: 'text' },
      description: 'regular, special or emergency.',
    },
    { ...{ name: 'item', title: 'Item', type: 'integer' }, description: 'Number of the item on the agenda.' },
    { ...{ name: 'about', title: 'About', type: 'text' }, description: '`case` or `other`.' },
    {
      ...{ name: 'title', title: 'Title', type: 'text' },
      description: 'Title of the item on the published agenda. Empty: it was about a case.',
    },
    {
      ...{ name: 'kind', title: 'Kind', type: 'text' },
      description:
        '`motion`, `amendment`, `reconsideration`, or `continued` where an earlier motion was taken up again.',
    },
    { ...{ name: 'result', title: 'Result', type: 'text' }, description: '`carried` or `failed`.' },
    { ...{ name: 'yes_votes', title: 'Yes', type: 'integer' }, description: 'Votes for it.' },
    { ...{ name: 'no_votes', title: 'No', type: 'integer' }, description: 'Votes against it.' },
    {
      ...{ name: 'casting_vote', title: 'Casting vote', type: 'text' },
      description: 'How the chair broke a tie. Empty: there was none to break.',
    },
  ],
  key: ['decision'],
  order: ['date', 'board'],
  source: `
    SELECT d.key AS decision,
           (m.starts_at AT TIME ZONE m.time_zone)::date AS date,
           m.board,
           m.kind AS meeting_kind,
           i.position AS item,
           CASE WHEN d.of_case THEN 'case' ELSE 'other' END AS about,
           CASE WHEN NOT d.of_case THEN i.title END AS title,
           d.kind,
           d.result,
           d.yes_votes,
           d.no_votes,
           d.casting_vote
      FROM published.board_decision d
      JOIN published.agenda_item i ON i.id = d.item_id
      JOIN published.meeting m ON m.id = i.meeting_id
     WHERE m.jurisdiction = $1`,
};
