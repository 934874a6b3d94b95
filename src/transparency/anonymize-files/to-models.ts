import type { PrivacyModel } from '../anonymize/index.js';
import { CaseRefused } from './case-refused.js';
import { plainWord } from './plain-word.js';
import type { ReferenceModel } from './reference-case.js';

type Maker = (numbers: Numbers, attribute: () => string, model: ReferenceModel) => PrivacyModel;
type Numbers = (name: 'l' | 'c' | 't' | 'b' | 'threshold') => number;

const closeness =
  (distance: 'equal' | 'hierarchical' | 'ordered'): Maker =>
  (number, attribute) => ({ type: 't-closeness', attribute: attribute(), t: number('t'), distance });
const likeness =
  (variant: 'basic' | 'enhanced'): Maker =>
  (number, attribute) => ({ type: 'beta-likeness', attribute: attribute(), beta: number('b'), variant });

/** By the name of ARX's class. */
const MODELS: Readonly<Record<string, Maker>> = {
  DistinctLDiversity: (number, attribute) => ({ type: 'distinct-l', attribute: attribute(), l: number('l') }),
  EntropyLDiversity: (number, attribute, { estimator, type }) => ({
    type: 'entropy-l',
    attribute: attribute(),
    l: number('l'),
    estimator: /grassberger/i.test(`${estimator ?? ''} ${type}`) ? 'grassberger-arx' : 'shannon',
  }),
  RecursiveCLDiversity: (number, attribute) => ({
    type: 'recursive-cl',
    attribute: attribute(),
    c: number('c'),
    l: number('l'),
  }),
  EqualDistanceTCloseness: closeness('equal'),
  HierarchicalDistanceTCloseness: closeness('hierarchical'),
  OrderedDistanceTCloseness: closeness('ordered'),
  BasicBLikeness: likeness('basic'),
  EnhancedBLikeness: likeness('enhanced'),
  AverageReidentificationRisk: (number) => ({ type: 'average-risk', threshold: number('threshold') }),
  SampleUniqueness: (number) => ({ type: 'uniqueness', threshold: number('threshold') }),
};
const K_ANONYMITY = 'KAnonymity';

/** Other names of the same, as ARX's older classes, its papers and people write them. */
const ALSO: Readonly<Record<string, string>> = {
  ldiversity: 'DistinctLDiversity',
  tcloseness: 'EqualDistanceTCloseness',
  betalikeness: 'BasicBLikeness',
  blikeness: 'BasicBLikeness',
  basicbetalikeness: 'BasicBLikeness',
  enhancedbetalikeness: 'EnhancedBLikeness',
  averagerisk: 'AverageReidentificationRisk',
  thresholdaveragerisk: 'AverageReidentificationRisk',
  riskbasedthresholdaveragerisk: 'AverageReidentificationRisk',
  sampleuniques: 'SampleUniqueness',
  thresholdsampleuniques: 'SampleUniqueness',
  riskbasedthresholdsampleuniques: 'SampleUniqueness',
};

export const KNOWN_MODELS: readonly string[] = [K_ANONYMITY, ...Object.keys(MODELS)];

/** A model by its name; k-anonymity is not one beyond k. */
interface Known {
  readonly name: string;
  readonly make: Maker | null;
}
const BY_WORD = new Map<string, Known>([[plainWord(K_ANONYMITY), { name: K_ANONYMITY, make: null }]]);
for (const [name, make] of Object.entries(MODELS)) BY_WORD.set(plainWord(name), { name, make });

/**
 * The models beyond k, and the k that they and k-anonymity ask for together (1 when none does).
 * @param fallback the sensitive attribute of models that name none
 * @throws CaseRefused `model-unknown`, `case-malformed`
 */
export function toModels(
  models: readonly ReferenceModel[],
  fallback: string | null | undefined,
): { readonly k: number; readonly models: PrivacyModel[] } {
  const named = models.map((model) => ({ model, ...known(model) }));
  const beyond = named.flatMap(({ model, name, make }) =>
    make === null ? [] : [make((which) => numberOf(model, name, which), attributeOf(model, fallback), model)],
  );
  const ks = named.map(({ model, name, make }) => (make === null ? numberOf(model, name, 'k') : 1));
  return { k: Math.max(1, ...ks), models: beyond };
}

function known({ type }: ReferenceModel): Known {
  const word = plainWord(type);
  const found = BY_WORD.get(plainWord(ALSO[word] ?? word));
  if (found === undefined)
    throw new CaseRefused(
      'model-unknown',
      `The privacy model "${type}" is not known. Known: ${KNOWN_MODELS.join(', ')}.`,
    );
  return found;
}

function attributeOf({ type, attribute }: ReferenceModel, fallback: string | null | undefined) {
  return (): string => {
    const found = attribute ?? fallback;
    if (found == null || found === '')
      throw new CaseRefused('case-malformed', `${type} names no attribute, and the case no sensitiveAttribute.`);
    return found;
  };
}

function numberOf(model: ReferenceModel, name: string, which: 'k' | Parameters<Numbers>[0]): number {
  const given = model[which] ?? (which === 'b' ? model.beta : undefined);
  const value = typeof given === 'string' ? Number(given || NaN) : given;
  if (value === undefined || !Number.isFinite(value))
    throw new CaseRefused('case-malformed', `${name} has no ${which}.`);
  return value;
}
