import type { CharterDocument } from '../../charter/index.js';

/** A charter cannot ask for k, or for anything else, where nothing is anonymized: it would be asking of the source. */
export function openRulesFaults(
  dataset: string,
  { publication }: Pick<CharterDocument, 'publication'>,
): { path: string; message: string }[] {
  if (publication.datasets?.[dataset] === undefined) return [];
  const message = `${dataset} says nothing that is not public already: there is nothing to ask of it`;
  return [{ path: `/publication/datasets/${dataset}`, message }];
}
