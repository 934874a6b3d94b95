import { type CharterDocument, datasetRules } from '../../charter/index.js';

/** The parts of a dataset that rules may speak of. */
interface RuledDataset {
  readonly dataset: string;
  readonly columns: readonly { readonly name: string; readonly role: string; readonly list?: boolean }[];
}

/**
 * What a charter's rules of publication say of a dataset that is not so, each with its place as a JSON Pointer into the
 * charter; an empty list is a yes. The charter itself cannot know the columns of datasets.
 */
export function rulesFaults(
  { dataset, columns }: RuledDataset,
  { publication }: Pick<CharterDocument, 'publication'>,
): { path: string; message: string }[] {
  const { models, asItIs, weights } = datasetRules(publication, dataset);
  const place = `/publication/datasets/${dataset}`;
  const coarsened = columns.filter(({ role }) => role === 'quasi-identifier').map(({ name }) => name);
  const matters = columns.filter(({ role, list }) => isMatter(role) && list !== true).map(({ name }) => name);
  const demandable = [...matters, ...asItIs];
  return [
    ...asItIs.flatMap((name, at) =>
      coarsened.includes(name)
        ? []
        : [
            {
              path: `${place}/asItIs/${at}`,
              message: `${name} is not a column that is made coarser: ${coarsened.join(', ')}`,
            },
          ],
    ),
    ...Object.keys(weights).flatMap((name) =>
      coarsened.includes(name)
        ? []
        : [{ path: `${place}/weights/${name}`, message: `${name} is not made coarser: ${coarsened.join(', ')} are` }],
    ),
    ...models.flatMap((model, at) =>
      !('attribute' in model) || demandable.includes(model.attribute)
        ? []
        : [
            {
              path: `${place}/models/${at}/attribute`,
              message: `of ${model.attribute} nothing can be demanded, but of ${demandable.join(', ')}; a column that is made coarser must stand in asItIs first`,
            },
          ],
    ),
    ...(coarsened.every((name) => asItIs.includes(name))
      ? [{ path: `${place}/asItIs`, message: 'no column is left to be made coarser' }]
      : []),
  ];
}

const isMatter = (role: string): boolean => role === 'sensitive' || role === 'insensitive';
