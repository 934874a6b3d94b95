import type { ApiOperation, ApiParameter } from '../api-description.js';

const WORDS: Readonly<Record<string, string>> = {
  after: 'The `next` of the page before; the first page when absent.',
  before: 'The last of the page before; the first page when absent.',
  complaintId: 'Id of the case. One that is hidden from you is answered as one that is not there.',
  dataset: 'Name of the dataset, as the list of datasets has it.',
  file: 'Name of the file.',
  format: 'In which form.',
  from: 'The first day, YYYY-MM-DD.',
  grouping: 'What the figures are told by.',
  ids: 'Only the datasets with these ids, joined by commas.',
  jurisdiction: 'Short name of the place, as it stands in addresses.',
  limit: 'How many at most.',
  month: 'A month, YYYY-MM.',
  names: 'Only the datasets with these names, joined by commas.',
  number: 'The number of it.',
  offset: 'How many to leave out before.',
  ori: 'The department’s ORI: nine characters by which the FBI knows it.',
  period: 'The period: a year, or a quarter of one.',
  q: 'Words to look for.',
  to: 'The last day, YYYY-MM-DD.',
  version: 'The version.',
};

/**
 * Says of each parameter what it is, also of those that a handler takes all at once as one object. What we read ourselves
 * from the header of the session is said by its scheme.
 */
export function describeParameters(path: string, operation: ApiOperation): void {
  const told = (operation.parameters ?? []).filter(({ name }) => name.toLowerCase() !== 'authorization');
  const untold = [...path.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !told.some((parameter) => parameter.in === 'path' && parameter.name === name));
  const inPath = untold.map((name): ApiParameter => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const parameters = [...inPath, ...told];
  if (parameters.length === 0) delete operation.parameters;
  else operation.parameters = parameters.map(described);
}

function described(parameter: ApiParameter): ApiParameter {
  const description = parameter.description ?? WORDS[parameter.name] ?? fromName(parameter);
  return { ...parameter, description: description.replace(/\s+/g, ' ') };
}

function fromName({ name, in: place }: ApiParameter): string {
  const words = name
    .replace(/Id$/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll(/[-_]/g, ' ');
  const isId = name.endsWith('Id');
  if (place === 'path') return isId ? `Id of the ${words}.` : `The ${words}.`;
  return isId ? `Only of the ${words} with this id.` : `Only where this is the ${words}.`;
}
