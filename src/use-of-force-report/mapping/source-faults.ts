import { isObject, isTexts, type MappingFaultList, type Told } from './mapping-fault-list.js';
import { ruleFaults } from './rule-faults.js';

const NAMES = ['name', 'columns', 'eachRow', 'department', 'badges', 'place'];
const PLACE_NAMES = ['slug', 'name', 'timeZone', 'charter'];

/** What is wrong with what a mapping says of its source. */
export function sourceFaults(source: unknown, vocabularies: readonly string[], faults: MappingFaultList): void {
  if (source === undefined) return;
  if (!isObject(source)) {
    faults.add('/source', 'Say whose table it is: name, columns and department.');
    return;
  }
  faults.names('/source', source, NAMES);
  const { name, columns, eachRow, badges, department, place } = source;
  if (typeof name !== 'string' || !/^[a-z0-9][a-z0-9-]{0,59}$/.test(name))
    faults.add('/source/name', 'Name it in small letters, digits and hyphens, at most 60.');
  if (!isTexts(columns) || columns.length === 0 || new Set(columns).size !== columns.length)
    faults.add('/source/columns', "List the table's columns, each once.");
  if (eachRow !== undefined && typeof eachRow !== 'boolean') faults.add('/source/eachRow', 'Say true or false.');
  if (badges !== undefined && badges !== 'department' && badges !== 'source')
    faults.add('/source/badges', 'Say department or source.');
  departmentFaults(department, vocabularies, faults);
  if (place !== undefined) placeFaults(place, faults);
}

function departmentFaults(department: unknown, vocabularies: readonly string[], faults: MappingFaultList): void {
  if (!isObject(department)) {
    faults.add('/source/department', 'Say which department reports: how its name is read.');
    return;
  }
  faults.names('/source/department', department, ['name', 'county']);
  ruleFaults(department['name'], '/source/department/name', vocabularies, faults);
  if (department['county'] !== undefined)
    ruleFaults(department['county'], '/source/department/county', vocabularies, faults);
}

function placeFaults(place: unknown, faults: MappingFaultList): void {
  const told: Told = isObject(place) ? place : {};
  faults.names('/source/place', told, PLACE_NAMES);
  if (!PLACE_NAMES.every((name) => typeof told[name] === 'string' && told[name] !== ''))
    faults.add('/source/place', `Say of the place ${PLACE_NAMES.join(', ')}.`);
  else if (!/^[a-z][a-z0-9-]{1,62}$/.test(String(told['slug'])))
    faults.add('/source/place/slug', 'Name the place in small letters, digits and hyphens, 2 to 63, a letter first.');
  else if (!isTimeZone(String(told['timeZone'])))
    faults.add('/source/place/timeZone', 'Name an IANA time zone, America/Chicago say.');
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Columns that a rule reads and that the source's list lacks: nothing would ever be read of them. */
export function missingColumns(read: Iterable<string>, columns: readonly string[]): string[] {
  const known = new Set(columns);
  return [...read].filter((column) => !known.has(column));
}
