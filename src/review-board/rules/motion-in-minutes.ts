import { opinionInWords } from './meeting-words.js';

export interface RecordedMotion {
  text: string;
  mover: string;
  /** Null where the charter needs none */
  seconder: string | null;
  /** 0: a motion of its own; more: on the words of another */
  degree: number;
  reconsiders: boolean;
  continues: boolean;
  status: string;
  yesVotes: number | null;
  noVotes: number | null;
  castingVote: string | null;
  castBy: string | null;
  /** With who was absent; who was recused is told of the item */
  votes: readonly { name: string; choice: string }[];
  opinions: readonly { kind: string; authors: readonly string[] }[];
}

const RESULTS: Readonly<Record<string, string>> = {
  void: 'void: the meeting ended over it',
  carried_over: 'carried over to a later meeting',
};
const CHOICES = ['yes', 'no', 'abstain', 'presiding', 'absent'];

/** What the minutes tell of one motion: who moved what, how it went, and who said what beside it. */
export function motionLines(motion: RecordedMotion): string[] {
  const { text, mover, seconder, status, yesVotes, noVotes, castingVote, castBy, opinions } = motion;
  const seconded = seconder === null ? '' : `, seconded by ${seconder}`;
  const tally = yesVotes === null || noVotes === null ? '' : `, ${yesVotes} to ${noVotes}`;
  const casting = castingVote === null || castBy === null ? [] : [`${castBy} gave the casting vote: ${castingVote}.`];
  return [
    `${movedAs(motion)} by ${mover}${seconded}: ${text}`,
    `The ${motion.degree > 0 ? 'amendment' : 'motion'} was ${RESULTS[status] ?? status}${tally}${choicesOf(motion)}.`,
    ...casting,
    ...opinions.map((opinion) => `${opinionInWords(opinion)} filed.`),
  ];
}

function movedAs({ degree, reconsiders, continues }: RecordedMotion): string {
  if (degree > 0) return 'Amendment moved';
  if (reconsiders) return 'Reconsideration moved';
  return continues ? 'Taken up again, moved' : 'Moved';
}

function choicesOf({ status, votes }: RecordedMotion): string {
  if (status !== 'carried' && status !== 'failed') return '';
  const choices = CHOICES.flatMap((choice) => {
    const names = votes.filter((vote) => vote.choice === choice).map(({ name }) => name);
    return names.length === 0 ? [] : [`${choice}: ${names.join(', ')}`];
  });
  return choices.length === 0 ? '' : ` (${choices.join('; ')})`;
}
