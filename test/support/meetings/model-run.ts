import type { VotingTerms } from '../../../src/charter/index.js';
import { aboutCase, ALTERNATE, type Model, type ModelMotion, takesPart, wordsSettled } from './model.js';
import { closed, mayVote } from './model-vote.js';
import type { Of, Operation } from './operation.js';

type Moved = Pick<Of<'move'>, 'mover' | 'seconder' | 'finding' | 'text'>;

const isOpen = ({ status }: ModelMotion): boolean => status === 'open';

/** What the model makes of an operation: how it stands then, or null when it refuses. */
export function after(model: Model, operation: Operation, terms: VotingTerms): Model | null {
  switch (operation.do) {
    case 'recuse':
      return model.recused.includes(operation.who) ? null : { ...model, recused: [...model.recused, operation.who] };
    case 'vote': {
      if (!mayVote(model, operation, terms)) return null;
      const { motion, who, choice } = operation;
      return changed(model, motion, { votes: { ...model.motions[motion]!.votes, [who]: choice } });
    }
    case 'decide':
      return closed(model, operation.motion, terms, null);
    case 'cast':
      return closed(model, operation.motion, terms, { by: operation.who, choice: operation.choice });
    case 'withdraw':
      return model.motions[operation.motion]?.status === 'open' ? withdrawn(model, operation.motion) : null;
    default:
      return model.open ? inOpenMeeting(model, operation, terms) : null;
  }
}

type InMeeting = Of<'arrive' | 'leave' | 'seat' | 'unseat' | 'adjourn' | 'move' | 'amend' | 'reconsider' | 'resume'>;

function inOpenMeeting(model: Model, operation: InMeeting | Operation, terms: VotingTerms): Model | null {
  const { present, standIn, motions } = model;
  switch (operation.do) {
    case 'arrive':
      return present.includes(operation.who) ? null : { ...model, present: [...present, operation.who] };
    case 'leave':
      return present.includes(operation.who)
        ? { ...model, present: present.filter((who) => who !== operation.who) }
        : null;
    case 'seat':
      return maySit(model, operation) ? { ...model, standIn: { ...operation } } : null;
    case 'unseat':
      return standIn && !motions.some(isOpen) ? { ...model, standIn: null } : null;
    case 'adjourn':
      return adjourned(model, terms);
    case 'move': {
      const { item, finding } = operation;
      const again = terms.reconsideredBy === 'winning_side' && finding !== null && motions.some(carriedFinding);
      return again ? null : moved(model, item, operation, terms, {});
    }
    case 'amend':
      return amended(model, operation, terms);
    case 'reconsider':
      return reconsidered(model, operation, terms);
    case 'resume': {
      const { motion, item } = operation;
      const former = motions[motion];
      if (former?.status !== 'carried_over' || aboutCase(former.item) !== aboutCase(item)) return null;
      if (motions.some(({ continues }) => continues === motion)) return null;
      const anew = { ...former, item, continues: motion, reconsiders: null, status: 'open', votes: {} } as const;
      return { ...model, motions: [...motions, { ...anew, texts: former.texts.slice(-1) }] };
    }
    default:
      return null;
  }
}

const carriedFinding = ({ status, degree, finding, item }: ModelMotion): boolean =>
  status === 'carried' && degree === 0 && finding !== null && aboutCase(item);

function changed(model: Model, at: number, change: Partial<ModelMotion>): Model {
  return { ...model, motions: model.motions.with(at, { ...model.motions[at]!, ...change }) };
}

function withdrawn(model: Model, at: number): Model {
  const gone = changed(model, at, { status: 'withdrawn' });
  const above = model.motions.findIndex(({ amends, status }) => amends === at && status === 'open');
  return above < 0 ? gone : withdrawn(gone, above);
}

function maySit({ motions, standIn, present, recused }: Model, { member, ofCase }: Of<'seat'>): boolean {
  if (motions.some(isOpen) || standIn || !present.includes(ALTERNATE)) return false;
  if (ofCase && recused.includes(ALTERNATE)) return false;
  return (ofCase && recused.includes(member)) || !present.includes(member);
}

function adjourned(model: Model, { openAtAdjournment: rule = 'refused' }: VotingTerms): Model | null {
  if (rule === 'refused' && model.motions.some(isOpen)) return null;
  const ended = (motion: ModelMotion): ModelMotion =>
    isOpen(motion) ? { ...motion, status: rule === 'carried_over' && motion.degree === 0 ? rule : 'void' } : motion;
  return { ...model, open: false, present: [], standIn: null, motions: model.motions.map(ended) };
}

function moved(
  model: Model,
  item: number,
  { mover, seconder, finding, text }: Moved,
  { secondRequired = true }: VotingTerms,
  ground: Partial<Pick<ModelMotion, 'degree' | 'amends' | 'reconsiders' | 'onAllegation'>>,
): Model | null {
  const onAllegation = ground.onAllegation ?? finding !== null;
  if (mover === seconder || (seconder === null && secondRequired)) return null;
  if (!takesPart(model, item, mover) || (seconder !== null && !takesPart(model, item, seconder))) return null;
  if (finding !== null && (!aboutCase(item) || !onAllegation)) return null;
  const motion: ModelMotion = {
    ...{ item, mover, seconder, degree: 0, amends: null, reconsiders: null, continues: null, status: 'open', finding },
    ...{ texts: [text], votes: {}, roll: null, tally: null, casting: null },
    ...ground,
    onAllegation,
  };
  return { ...model, motions: [...model.motions, motion] };
}

function amended(model: Model, operation: Of<'amend'>, terms: VotingTerms): Model | null {
  const { motion: amends } = operation;
  const other = model.motions[amends];
  if (other?.status !== 'open' || other.degree > 1 || !wordsSettled(model, amends)) return null;
  if (Object.keys(other.votes).length > 0) return null;
  const finding = operation.finding ?? other.finding;
  const ground = { degree: other.degree + 1, amends, onAllegation: other.onAllegation };
  return moved(model, other.item, { ...operation, finding }, terms, ground);
}

function reconsidered(model: Model, operation: Of<'reconsider'>, terms: VotingTerms): Model | null {
  const { motion: reconsiders, item, mover } = operation;
  const former = model.motions[reconsiders];
  if (!former || former.degree > 0 || (former.status !== 'carried' && former.status !== 'failed')) return null;
  if (aboutCase(former.item) !== aboutCase(item)) return null;
  const already = model.motions.some(
    (other) => other.reconsiders === reconsiders && (other.status === 'open' || other.status === 'carried'),
  );
  const stood = former.casting?.by === mover ? former.casting.choice : former.roll?.[mover];
  const won = stood === (former.status === 'carried' ? 'yes' : 'no');
  if (already || (terms.reconsideredBy === 'winning_side' && !won)) return null;
  return moved(model, item, operation, terms, { reconsiders });
}
