import type { VotingTerms } from '../../../src/charter/index.js';
import { aboutCase, bodyOf, isRecused, type Model, type ModelMotion, PANEL, MEMBERS, wordsSettled } from './model.js';
import type { Operation } from './operation.js';

/** The chair in the room, or the vice chair; written from the books of procedure, and not from the program. */
function presiding(model: Model, item: number): number | null {
  const body = bodyOf(model, item);
  return (
    [0, 1].find((who) => body.includes(who) && model.present.includes(who) && !isRecused(model, item, who)) ?? null
  );
}

export function silentChair(model: Model, item: number, terms: VotingTerms): number | null {
  return terms.tie === 'chair_votes_only_then' ? presiding(model, item) : null;
}

/** Closes the vote, by the clerk (`casting` null) or by a casting vote; null: it is refused. */
export function closed(
  model: Model,
  at: number,
  terms: VotingTerms,
  casting: { by: number; choice: 'yes' | 'no' } | null,
): Model | null {
  const motion = model.motions[at];
  if (motion?.status !== 'open' || !wordsSettled(model, at)) return null;
  const { item, votes } = motion;
  const body = bodyOf(model, item);
  const silent = silentChair(model, item, terms);
  const able = body.filter((who) => !isRecused(model, item, who));
  const there = able.filter((who) => model.present.includes(who) || votes[who] !== undefined);
  const quorum = item === 2 ? terms.panelQuorum : Math.floor(body.length / 2) + 1;
  if (there.length < quorum || there.some((who) => votes[who] === undefined && who !== silent)) return null;
  const count = (choice: string): number => there.filter((who) => votes[who] === choice).length;
  const seats = (item === 2 ? PANEL : MEMBERS).length;
  const tally = { quorum, present: there.length, yes: count('yes'), no: count('no'), seats };
  const chair = tieBreaker(model, motion, terms);
  const tied = chair !== null && tally.yes === tally.no && tally.yes > 0 && enough(motion, terms, tally, tally.yes + 1);
  if (tied !== (casting !== null) || (casting && casting.by !== chair)) return null;
  const carried = casting ? casting.choice === 'yes' : enough(motion, terms, tally, tally.yes);
  const roll = Object.fromEntries(
    body.map((who) => {
      if (isRecused(model, item, who)) return [who, 'recused'] as const;
      return [who, votes[who] ?? (who === silent ? 'presiding' : 'absent')] as const;
    }),
  );
  const decided = { ...motion, status: carried ? 'carried' : 'failed', tally, roll, casting } as const;
  return brought({ ...model, motions: model.motions.with(at, decided) }, decided);
}

function tieBreaker(model: Model, { item, votes }: ModelMotion, { tie }: VotingTerms): number | null {
  const chair = presiding(model, item);
  if (chair === null || tie === undefined || tie === 'fails') return null;
  return tie === 'chair_votes_only_then' && votes[chair] !== undefined ? null : chair;
}

/** By every majority that the charter has for what the motion is about. */
function enough(
  { amends, reconsiders, finding }: ModelMotion,
  terms: VotingTerms,
  { present, no, seats }: { present: number; no: number; seats: number },
  yes: number,
): boolean {
  const about = amends !== null ? ['amendment'] : [reconsiders !== null && 'reconsideration', finding && 'finding'];
  const own = (terms.majorities ?? []).filter(({ matter }) => about.includes(matter));
  return (
    yes > 0 &&
    (own.length > 0 ? own : [terms]).every(({ carriesBy, carriesAt }) => {
      const whole =
        carriesBy === 'majority_of_votes' ? yes + no : carriesBy === 'majority_of_present' ? present : seats;
      return carriesAt ? yes / whole >= carriesAt.numerator / carriesAt.denominator - 1e-9 : yes > whole / 2;
    })
  );
}

/** What carrying it brings about: other words for another motion, or a finding. */
function brought(model: Model, decided: ModelMotion): Model {
  if (decided.status !== 'carried') return model;
  const { amends, finding, item, texts } = decided;
  if (amends !== null) {
    const other = model.motions[amends]!;
    const amended = { ...other, finding, texts: [...other.texts, texts.at(-1)!] };
    return { ...model, motions: model.motions.with(amends, amended) };
  }
  return aboutCase(item) && finding !== null ? { ...model, findings: [...model.findings, finding] } : model;
}

/** Whether a motion may be voted on by this person now. */
export function mayVote(
  model: Model,
  { motion, who }: Extract<Operation, { do: 'vote' }>,
  terms: VotingTerms,
): boolean {
  const voted = model.motions[motion];
  if (voted?.status !== 'open' || !wordsSettled(model, motion)) return false;
  const { item, votes } = voted;
  const there = bodyOf(model, item).includes(who) && model.present.includes(who) && !isRecused(model, item, who);
  return there && votes[who] === undefined && silentChair(model, item, terms) !== who;
}
