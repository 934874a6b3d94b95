import type { Fault } from '../../platform/errors/rule-broken.js';
import type { SpecColumn, SpecDocument } from './spec-document.js';

/** Name of the key that is made for rows when nothing joins them. */
export const ROW_KEY = 'record';

/** What does not hold together in a spec of the right form, each with its place and what would do. */
export function specFaults(spec: SpecDocument): Fault[] {
  const { columns, models = [] } = spec;
  const names = columns.map(({ name }) => name);
  const matters = columns.filter(({ role }) => role === 'sensitive' || role === 'insensitive');
  const demandable = matters.map(({ name }) => name);
  return [
    ...columns.flatMap(({ name }, at) =>
      fault(names.indexOf(name) < at, `/columns/${at}/name`, `${name} stands twice: give each column one role`),
    ),
    ...['unit', 'subject'].flatMap((role) =>
      fault(
        columns.filter((column) => column.role === role).length > 1,
        '/columns',
        `there is more than one column of role ${role}: choose one, and make the other a key or an identifier`,
      ),
    ),
    ...fault(
      !columns.some(({ role }) => role === 'quasi-identifier'),
      '/columns',
      'no column is a quasi-identifier: then nothing is protected; give that role to what a reader may know of a person',
    ),
    ...fault(
      names.includes(ROW_KEY) && !columns.some(({ role }) => role === 'unit'),
      '/columns',
      `${ROW_KEY} is the name of the key that is made where no column is the unit: rename the column`,
    ),
    ...columns.flatMap(levelFaults),
    ...models.flatMap((model, at) => {
      if (!('attribute' in model)) return [];
      const place = `/models/${at}`;
      const about = matters.find(({ name }) => name === model.attribute);
      const isHierarchical = model.type === 't-closeness' && model.distance === 'hierarchical';
      return [
        ...fault(
          !about,
          `${place}/attribute`,
          `${model.attribute} is not sensitive or insensitive; there are: ${demandable.join(', ')}`,
        ),
        ...fault(
          isHierarchical && about !== undefined && !('hierarchy' in about),
          `${place}/distance`,
          `hierarchical distance needs a hierarchy on the column ${model.attribute}`,
        ),
      ];
    }),
  ];
}

function levelFaults(column: SpecColumn, at: number): Fault[] {
  if (column.role !== 'quasi-identifier') return [];
  const { minLevel = 0, maxLevel = Infinity } = column;
  return fault(minLevel > maxLevel, `/columns/${at}/minLevel`, 'minLevel is above maxLevel: no level is left');
}

function fault(wrong: boolean, path: string, message: string): Fault[] {
  return wrong ? [{ path, code: 'spec-fault', message }] : [];
}
