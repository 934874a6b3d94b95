import fc from 'fast-check';
import { ALTERNATE, bodyOf, type Choice, MEMBERS, type Model, takesPart, wordsSettled } from './model.js';
import type { Operation } from './operation.js';

/** A wish, in numbers; what it comes to depends on how the meeting stands. */
export interface Wish {
  kind: Operation['do'];
  who: number;
  other: number;
  pick: number;
  item: number;
  choice: Choice;
  finding: string | null;
  /** Four of five are about something that could be; the rest are about anything */
  fit: boolean;
}

const KINDS: readonly [Operation['do'], number][] = [
  ['vote', 12],
  ['decide', 6],
  ['move', 5],
  ['amend', 4],
  ['reconsider', 3],
  ['cast', 3],
  ['resume', 2],
  ['arrive', 3],
  ['leave', 3],
  ['recuse', 1],
  ['seat', 2],
  ['unseat', 1],
  ['withdraw', 1],
  ['adjourn', 1],
];

export const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.oneof(...KINDS.map(([kind, weight]) => ({ arbitrary: fc.constant(kind), weight }))),
  who: fc.nat(ALTERNATE),
  other: fc.nat(ALTERNATE),
  pick: fc.nat(11),
  item: fc.nat(2),
  choice: fc.constantFrom<Choice>('yes', 'yes', 'yes', 'no', 'no', 'abstain'),
  finding: fc.constantFrom(null, 'sustained', 'unfounded'),
  fit: fc.nat(4).map((n) => n > 0),
});

const places = ({ motions }: Model, fits: (at: number) => boolean): number[] => [...motions.keys()].filter(fits);
const one = <T>(from: readonly T[], pick: number, otherwise: T): T => from[pick % (from.length || 1)] ?? otherwise;

/** The wish as an operation on this model. */
export function operationOf(model: Model, { kind, who, other, pick, item, choice, finding, fit }: Wish): Operation {
  const all = places(model, () => true);
  const motion = one(fit ? motionsFor(model, kind) : [], pick, one(all, pick, -1));
  const place = kind === 'amend' || kind === 'vote' || kind === 'cast' ? (model.motions[motion]?.item ?? item) : item;
  const able = [...MEMBERS, ALTERNATE].filter((member) => takesPart(model, place, member));
  const mover = fit ? one(able, who, who) : who;
  const others = able.filter((member) => member !== mover);
  const seconder = other === 0 ? null : fit ? one(others, other, other) : other;
  const text = `Words ${pick}${who}${other}`;
  switch (kind) {
    case 'arrive':
    case 'leave': {
      const there = fit && [...MEMBERS, ALTERNATE].filter((m) => model.present.includes(m) === (kind === 'leave'));
      return { do: kind, who: there ? one(there, who, who) : who };
    }
    case 'recuse':
      return { do: kind, who };
    case 'seat':
      return { do: kind, member: who % MEMBERS.length, ofCase: other % 2 === 0 };
    case 'unseat':
    case 'adjourn':
      return { do: kind };
    case 'move':
      return { do: kind, item, mover, seconder, finding: fit && item === 0 ? null : finding, text };
    default:
      break;
  }
  // Before anything was moved there is nothing else to do.
  if (motion < 0) return { do: 'move', item, mover, seconder, finding: fit && item === 0 ? null : finding, text };
  switch (kind) {
    case 'amend':
      return { do: kind, motion, mover, seconder, finding: fit && place === 0 ? null : finding, text };
    case 'reconsider': {
      const same = fit && model.motions[motion]!.item > 0 ? 1 + (item % 2) : fit ? 0 : item;
      return { do: kind, motion, item: same, mover, seconder, finding: same === 0 ? null : finding, text };
    }
    case 'resume':
      return { do: kind, motion, item: fit ? model.motions[motion]!.item : item };
    case 'vote': {
      const silent = able.filter((member) => model.motions[motion]!.votes[member] === undefined);
      return { do: kind, motion, who: fit ? one(silent, who, who) : who, choice };
    }
    case 'cast':
      return { do: kind, motion, who: fit ? who % 2 : who, choice: choice === 'no' ? 'no' : 'yes' };
    default:
      return { do: kind, motion };
  }
}

/** The vote on a motion that everybody has voted on is closed. */
export function close(model: Model): Operation[] {
  const motion = motionsFor(model, 'decide').at(-1);
  return motion === undefined ? [] : [{ do: 'decide', motion }];
}

/** What an operation of that kind could be about. */
function motionsFor(model: Model, kind: Operation['do']): number[] {
  const is = (...statuses: string[]) => places(model, (at) => statuses.includes(model.motions[at]!.status));
  if (kind === 'reconsider') return is('carried', 'failed');
  if (kind === 'resume') return is('carried_over');
  const settled = is('open').filter((at) => wordsSettled(model, at));
  if (kind === 'amend') return settled.filter((at) => Object.keys(model.motions[at]!.votes).length === 0);
  if (kind !== 'decide' && kind !== 'cast') return settled;
  const done = settled.filter((at) => {
    const { item, votes } = model.motions[at]!;
    return bodyOf(model, item).every((who) => votes[who] !== undefined || !takesPart(model, item, who));
  });
  return done.length > 0 ? done : settled;
}

/** Everybody who could vote on a motion does, at once; and, if it is so wished, something else happens meanwhile. */
export function rush(model: Model, choices: readonly Choice[], meanwhile: Wish | null): Operation[] {
  const motion = motionsFor(model, 'vote').at(-1);
  const last = meanwhile && operationOf(model, meanwhile);
  if (motion === undefined) return last ? [last] : [];
  const { item, votes } = model.motions[motion]!;
  const voters = bodyOf(model, item).filter((who) => votes[who] === undefined && takesPart(model, item, who));
  const ballots = voters.map((who, at) => ({ do: 'vote', motion, who, choice: choices[at] ?? 'yes' }) as const);
  return last ? [...ballots, last] : ballots;
}
