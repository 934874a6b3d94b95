import { nearestName } from '../../rules/nearest-name.js';
import { refused } from '../row-query.js';
import { readCondition, readGroup, readOrder, readQuery, readSelect } from '../soql/read-clauses.js';
import { SoqlFault } from '../soql/soql-fault.js';
import { type Clauses, NO_CLAUSES } from '../soql/syntax.js';
import { type Asked, SoqlRefused } from './soql-refused.js';

export type SodaParameters = Readonly<Record<string, unknown>>;

export interface ReadParameters {
  readonly clauses: Clauses;
  /** Columns and the values that they are to have. */
  readonly filters: readonly (readonly [name: string, given: unknown])[];
  /** Where a clause was written. */
  readonly askedIn: (clause: keyof Clauses) => Asked;
}

/** Pins the answer to a version. It is read by whoever finds the release. */
export const RELEASE = 'release';
const NAMES = ['$select', '$where', '$group', '$having', '$order', '$limit', '$offset', '$q', '$query'];

/** Parameters that begin with `$$` speak to other servers, as `$$app_token` does, and say nothing here. */
export function readParameters(parameters: SodaParameters): ReadParameters {
  const entries = Object.entries(parameters).filter(([name]) => !name.startsWith('$$') && name !== RELEASE);
  const own = new Map(
    entries.filter(([name]) => name.startsWith('$')).map(([name, value]) => [name, textOf(name, value)]),
  );
  const filters = entries.filter(([name]) => !name.startsWith('$'));
  const query = own.get('$query');
  if (query !== undefined) {
    if (own.size > 1 || filters.length > 0)
      throw refused('soql-mixed', '`$query` says all of it: leave out the other parameters.', '$query');
    const asked = { parameter: '$query', text: query };
    return { clauses: read(asked, readQuery), filters, askedIn: () => asked };
  }
  const askedIn = (clause: keyof Clauses): Asked => ({ parameter: `$${clause}`, text: own.get(`$${clause}`) ?? '' });
  const clause = <T>(name: keyof Clauses, reading: (text: string) => T, otherwise: T): T =>
    own.get(`$${name}`) === undefined ? otherwise : read(askedIn(name), reading);
  const clauses = {
    ...NO_CLAUSES,
    select: clause('select', readSelect, null),
    where: clause('where', readCondition, null),
    group: clause('group', readGroup, []),
    having: clause('having', readCondition, null),
    order: clause('order', readOrder, []),
    search: own.get('$q') ?? null,
    limit: own.get('$limit') ?? null,
    offset: own.get('$offset') ?? null,
  };
  return { clauses, filters, askedIn };
}

function read<T>(asked: Asked, reading: (text: string) => T): T {
  try {
    return reading(asked.text);
  } catch (error) {
    throw error instanceof SoqlFault ? new SoqlRefused(error, asked) : error;
  }
}

function textOf(name: string, value: unknown): string {
  if (!NAMES.includes(name)) {
    const nearest = nearestName(name, NAMES);
    const hint = nearest === null ? `There are: ${NAMES.join(', ')}.` : `Did you mean \`${nearest}\`?`;
    throw refused('unknown-parameter', `There is no parameter of that name. ${hint}`, name);
  }
  if (typeof value !== 'string') throw refused('given-twice', `Give \`${name}\` once.`, name);
  return value;
}
