import { AnonymizationRefused } from '../anonymization-refused.js';
import type { PrivacyModel, SizeModel, ValueModel } from '../privacy-model.js';
import type { SensitiveColumn } from '../sensitive-column.js';
import type { CellTest } from './cell-test.js';
import { closeness } from './closeness.js';
import { distinctDiversity, recursiveDiversity } from './diversity.js';
import { entropyDiversity } from './entropy-diversity.js';
import { betaLikeness } from './likeness.js';

/** The demands beyond k: tests of cells per sensitive column, and models of all class sizes together. */
export interface CompiledModels {
  readonly tests: readonly { readonly column: number; readonly tests: readonly CellTest[] }[];
  readonly sizes: readonly SizeModel[];
}

export function compileModels(models: readonly PrivacyModel[], columns: readonly SensitiveColumn[]): CompiledModels {
  models.forEach(assertSensible);
  const aboutValues = models.filter((model): model is ValueModel => 'attribute' in model);
  for (const { attribute } of aboutValues)
    if (!columns.some(({ name }) => name === attribute))
      throw new AnonymizationRefused('problem-malformed', `no sensitive attribute is called "${attribute}"`);
  return {
    tests: columns.flatMap((column, at) => {
      const tests = aboutValues
        .filter(({ attribute }) => attribute === column.name)
        .map((model) => test(model, column));
      return tests.length === 0 ? [] : [{ column: at, tests }];
    }),
    sizes: models.filter((model): model is SizeModel => !('attribute' in model)),
  };
}

/** A model whose number makes no sense would pass everything, or nothing. */
function assertSensible(model: PrivacyModel): void {
  const numbers = Object.values(model).filter((value) => typeof value === 'number');
  if (!numbers.every((value) => value >= 0 && value < Infinity) || ('l' in model && !Number.isInteger(model.l)))
    throw new AnonymizationRefused('problem-malformed', `a number of the model ${model.type} makes no sense`);
}

function test(model: ValueModel, column: SensitiveColumn): CellTest {
  switch (model.type) {
    case 'distinct-l':
      return distinctDiversity(model);
    case 'entropy-l':
      return entropyDiversity(model);
    case 'recursive-cl':
      return recursiveDiversity(model);
    case 't-closeness':
      return closeness(model, column);
    case 'beta-likeness':
      return betaLikeness(model, column.overall);
  }
}
