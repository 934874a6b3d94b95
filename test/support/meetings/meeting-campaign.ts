import fc from 'fast-check';
import { inSomeOrder } from './in-some-order.js';
import type { MeetingScene } from './meeting-scene.js';
import { type Choice, MEMBERS, type Model } from './model.js';
import type { Operation } from './operation.js';
import { close, operationOf, rush, type Wish, wish } from './plausible.js';
import { RealMeeting } from './real-meeting.js';
import { standingOf } from './standing.js';

/** What is never a lawful no, whatever the model says. */
const UNLAWFUL = /^(5\d\d|400|401|403|422 invalid|409 (changed-meanwhile|result-not-lawful))/;

export interface Counted {
  sequences: number;
  operations: number;
  taken: number;
  /** Operations that were asked for at the same time as others */
  atOnce: number;
}

export class Divergence extends Error {}

interface Held {
  model: Model;
}

/** Some operations at the same time (or one), which the model must explain. */
class Ask implements fc.AsyncCommand<Held, RealMeeting> {
  constructor(
    private readonly scene: MeetingScene,
    private readonly counted: Counted,
    private readonly steps: readonly ((model: Model) => Operation[])[],
    private readonly name: string,
  ) {}

  check({ model }: Held): boolean {
    return model.open;
  }

  async run(held: Held, real: RealMeeting): Promise<void> {
    for (const step of this.steps) await this.ask(held, real, step(held.model));
  }

  private async ask(held: Held, real: RealMeeting, operations: readonly Operation[]): Promise<void> {
    const { scene, counted } = this;
    const outcomes = await Promise.all(operations.map((operation) => real.does(operation)));
    const happened = operations.map((operation, at) => ({ operation, outcome: outcomes[at]! }));
    counted.operations += operations.length;
    counted.taken += outcomes.filter(({ ok }) => ok).length;
    if (operations.length > 1) counted.atOnce += operations.length;
    const standing = await real.stands();
    const before = { model: held.model, motionIds: real.motionIds };
    const explained = inSomeOrder(before, happened, standing, scene.terms);
    if (!explained || outcomes.some(({ said }) => UNLAWFUL.test(said))) {
      const lines = happened.map(({ operation, outcome }) => `  ${JSON.stringify(operation)} → ${outcome.said}`);
      const stood = JSON.stringify(standingOf(held.model), null, 1);
      const stands = JSON.stringify(standing(real.motionIds), null, 1);
      throw new Divergence(`no order explains\n${lines.join('\n')}\nbefore: ${stood}\nafter: ${stands}`);
    }
    held.model = explained.model;
    real.motionIds = explained.motionIds;
    for (const { id, operation } of explained.moved) {
      const at = real.motionIds.indexOf(id);
      if (operation.do !== 'recuse') real.movedUnder(id, held.model.motions[at]!.item);
    }
  }

  toString(): string {
    return this.name;
  }
}

/** When the former meeting is over, the next one begins. */
class Meet implements fc.AsyncCommand<Held, RealMeeting> {
  constructor(private readonly present: readonly number[]) {}

  check({ model }: Held): boolean {
    return !model.open;
  }

  async run(held: Held, real: RealMeeting): Promise<void> {
    await real.meet(this.present);
    held.model = { ...held.model, open: true, present: [...this.present] };
  }

  toString(): string {
    return `meet with ${this.present.join(' ')}`;
  }
}

/**
 * Random sequences of what people ask of a meeting, alone and at once, against the model. Returns what was done; throws with
 * the seed and a shrunk sequence when the two diverge.
 */
export async function meetingCampaign(
  scene: MeetingScene,
  {
    sequences,
    seed,
    longest = 16,
    shrink = true,
  }: { sequences: number; seed: number; longest?: number; shrink?: boolean },
): Promise<Counted> {
  const counted: Counted = { sequences: 0, operations: 0, taken: 0, atOnce: 0 };
  const asks = (wishes: readonly Wish[]) =>
    new Ask(
      scene,
      counted,
      [(model) => wishes.map((one) => operationOf(model, one))],
      wishes.map(({ kind }) => kind).join(' | '),
    );
  const voted = (said: readonly Choice[]) =>
    new Ask(scene, counted, [(model) => rush(model, said, null), close], 'settle');
  const choices = fc.array(fc.constantFrom<Choice>('yes', 'yes', 'yes', 'no', 'abstain'), {
    minLength: 5,
    maxLength: 5,
  });
  const commands = fc.commands(
    [
      wish.map((one) => asks([one])),
      wish.map((one) => asks([one])),
      fc.array(wish, { minLength: 2, maxLength: 4 }).map(asks),
      choices.map(voted),
      fc
        .tuple(choices, wish)
        .map(([said, last]) => new Ask(scene, counted, [(model) => rush(model, said, last)], 'rush')),
      fc.subarray([...MEMBERS], { minLength: 3 }).map((present) => new Meet(present)),
    ],
    { maxCommands: longest, size: 'max' },
  );
  const property = fc.asyncProperty(commands, async (run) => {
    counted.sequences++;
    // Sessions end after half an hour without use; a stretch may take longer on a busy machine.
    if (counted.sequences % 28 === 1) await scene.room.wait(0);
    const { real, model } = await RealMeeting.begin(scene);
    const held = { model };
    await fc.asyncModelRun(() => ({ model: held, real }), run);
    const { motions } = held.model;
    const amended = [...motions.keys()].filter((at) => motions[at]!.texts.length > 1 || at === motions.length - 1);
    const words = await real.words(amended);
    const expected = amended.map((at) => motions[at]!.texts.at(-1));
    if (JSON.stringify(words) !== JSON.stringify(expected))
      throw new Divergence(`other words: ${JSON.stringify(words)} and not ${JSON.stringify(expected)}`);
  });
  await fc.assert(property, { numRuns: sequences, seed, endOnFailure: !shrink });
  return counted;
}
