import type { ComplaintStatus } from './complaint-status.js';

/** Where a case stands, in words for the person who brought it: no names, no notes. */
export interface PublicStage {
  label: string;
  meaning: string;
  nextSteps: readonly string[];
}

const KEEP = 'Keep your receipt code: it is the only way to follow this case.';
const WITHDRAW = 'You may withdraw it here with your receipt code.';
const WAIT = 'There is nothing that you need to do now.';
const MORE = 'If you remember more, or have photos or the names of witnesses, write a message or send a file here.';

export const PUBLIC_STAGES: Record<ComplaintStatus, PublicStage> = {
  filed: {
    label: 'Received',
    meaning: 'The agency has it and is checking whether it may deal with it.',
    nextSteps: [KEEP, MORE, WITHDRAW],
  },
  declined: {
    label: 'Not taken on',
    meaning: 'The agency cannot deal with it.',
    nextSteps: [
      'Ask the agency for its reasons, and whether you can have the decision reviewed; give the case number.',
    ],
  },
  referred: {
    label: 'Passed on',
    meaning: 'Another body is responsible for it.',
    nextSteps: ['Ask the body it was passed to; give the case number.'],
  },
  accepted: {
    label: 'Accepted',
    meaning: 'The agency will deal with it; an investigator is being found.',
    nextSteps: [KEEP, MORE, WITHDRAW],
  },
  investigating: {
    label: 'Being investigated',
    meaning: 'An investigator is looking into what happened.',
    nextSteps: [KEEP, MORE, WITHDRAW],
  },
  findings_drafted: {
    label: 'Under review',
    meaning: 'The investigation is done and its findings are being reviewed.',
    nextSteps: [KEEP, WAIT],
  },
  before_board: {
    label: 'Before the board',
    meaning: 'The review board will decide on each allegation.',
    nextSteps: [KEEP, WAIT, 'The board announces its meetings; parts of them are open to you.'],
  },
  with_chief: {
    label: 'With the chief of police',
    meaning: 'The board has decided; the chief of police has to answer.',
    nextSteps: [KEEP, WAIT],
  },
  closed: {
    label: 'Closed',
    meaning: 'The case is decided.',
    nextSteps: ['Ask the agency for the outcome in writing, and whether you can appeal; give the case number.'],
  },
  withdrawn: {
    label: 'Withdrawn',
    meaning: 'It was withdrawn, and the agency has stopped its work on it.',
    nextSteps: ['You may file again at any time.'],
  },
  expunged: {
    label: 'Expunged',
    meaning: 'What was recorded in this case was destroyed for good, as a court, an agency or the law ordered.',
    nextSteps: ['There is nothing left to read or to change. Ask the agency by what right; give the case number.'],
  },
  disposed: {
    label: 'Destroyed after its time',
    meaning: 'The case was closed, and what was recorded in it was destroyed when its time of keeping ended.',
    nextSteps: ['There is nothing left to read or to change. Ask the agency by what right; give the case number.'],
  },
};

/** Of a case that was closed as a duplicate. The other case may be another person's: nothing here tells which it is. */
export const JOINED: PublicStage = {
  label: 'Joined with another case',
  meaning:
    'The agency has another case about the same matter and goes on with that one; what you told is kept with it.',
  nextSteps: [
    'Ask the agency how the other case stands; give your case number.',
    'If you think that the two are not the same matter, tell the agency.',
  ],
};
