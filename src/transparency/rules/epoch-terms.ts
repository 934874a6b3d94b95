import { type CharterDocument, datasetRules } from '../../charter/index.js';

/**
 * All of a charter that says what a dataset's release shows. Where it changes, what readers saw before and what they see now
 * cannot be compared by pseudonym: the epoch ends.
 */
export function epochTerms(
  dataset: string,
  { publication, people, disciplines, useOfForce, ...charter }: CharterDocument,
) {
  const { allegations, allegationGroups } = charter;
  return {
    rules: datasetRules(publication, dataset),
    people,
    disciplines: disciplines.map(({ code }) => code),
    forceTypes: useOfForce.forceTypes.map(({ code }) => code),
    allegations: allegations.map(({ code, group }) => ({ code, group })),
    allegationGroups: allegationGroups.map(({ code }) => code),
  };
}
