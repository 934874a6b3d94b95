import { AT_ADJOURNMENT, CARRIES_BY, MATTERS, TIES } from './voting-terms.js';

type Schema = Readonly<Record<string, unknown>>;

const number: Schema = { type: 'number' };
const shape = (properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const majority = {
  carriesBy: { enum: CARRIES_BY },
  carriesAt: shape({ numerator: number, denominator: number }, ['numerator', 'denominator']),
};

/** The form of a charter's voting rules, as JSON Schema. */
export const votingSchema: Schema = shape(
  {
    panelSize: number,
    panelDraws: { type: 'array', items: { enum: ['fixed', 'rotation', 'random'] }, maxItems: 10 },
    panelQuorum: number,
    boardQuorumOver: number,
    ...majority,
    majorities: {
      type: 'array',
      items: shape({ matter: { enum: MATTERS }, ...majority }, ['matter', 'carriesBy']),
      maxItems: MATTERS.length,
    },
    tie: { enum: TIES },
    secondRequired: { type: 'boolean' },
    reconsideredBy: { enum: ['anybody', 'winning_side'] },
    openAtAdjournment: { enum: AT_ADJOURNMENT },
  },
  ['panelSize', 'panelQuorum', 'boardQuorumOver', 'carriesBy'],
);
