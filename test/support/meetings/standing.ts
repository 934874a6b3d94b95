import type { Model, ModelMotion } from './model.js';

/** How things stand, in one form for the model and for the database: to be compared as text. */
export interface Standing {
  open: boolean;
  present: number[];
  recused: number[];
  standIn: string;
  motions: string[];
  findings: string[];
}

const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);
const told = (by: Partial<Record<number, string>> | null): string =>
  Object.entries(by ?? {})
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([who, what]) => `${who} ${what}`)
    .join(', ');

export interface ToldMotion extends Pick<
  ModelMotion,
  'item' | 'degree' | 'amends' | 'reconsiders' | 'continues' | 'finding'
> {
  status: string;
  mover: number;
  seconder: number | null;
  votes: Partial<Record<number, string>>;
  roll: Partial<Record<number, string>> | null;
  tally: ModelMotion['tally'];
  casting: { by: number; choice: string } | null;
  /** How many texts it has had */
  texts: number;
  /** How often the history tells of it, and of votes on it */
  events: number;
  voteEvents: number;
}

export function motionInWords(motion: ToldMotion): string {
  const { item, degree, amends, reconsiders, continues, finding, status, mover, seconder } = motion;
  const { tally, casting, texts, events, voteEvents } = motion;
  const counted = tally && `${tally.yes}:${tally.no} of ${tally.present}/${tally.quorum}/${tally.seats}`;
  return [
    `${item} ${degree} ${amends} ${reconsiders} ${continues} ${finding} by ${mover} ${seconder}: ${status}`,
    `votes [${told(motion.votes)}] roll [${told(motion.roll)}] ${counted} ${casting ? `${casting.by} ${casting.choice}` : ''}`,
    `${texts} texts, ${events} and ${voteEvents} events`,
  ].join('; ');
}

/** The model as it would stand in the database, the history of it included. */
export function standingOf({ open, present, recused, standIn, motions, findings }: Model): Standing {
  return {
    open,
    present: sorted(present),
    recused: sorted(recused),
    standIn: standIn ? `for ${standIn.member}${standIn.ofCase ? ' in the case' : ''}` : '',
    motions: motions.map((motion) =>
      motionInWords({
        ...motion,
        texts: motion.texts.length,
        events: motion.status === 'open' ? 1 : 2,
        voteEvents: Object.keys(motion.votes).length,
      }),
    ),
    findings,
  };
}
