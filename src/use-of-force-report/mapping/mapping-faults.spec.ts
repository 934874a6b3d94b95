import { describe, expect, it } from '@jest/globals';
import { simpleMapping } from '../../../test/use-of-force-report/simple-mapping.js';
import type { Mapping } from './mapping.js';
import { mappingFaults } from './mapping-faults.js';
import { shippedMappings } from './shipped-mappings.js';

const none: Mapping = { groupBy: ['id'], incident: {}, subjects: [], officers: [], force: [] };

describe('a mapping', () => {
  it('that can be followed has no faults, and those that come with the program have none', () => {
    const shipped = [...shippedMappings()];
    expect(shipped.map(([name]) => name)).toEqual(['austin', 'dallas', 'new-jersey', 'new-orleans']);
    for (const document of [simpleMapping(), ...shipped.map(([, mapping]) => mapping)])
      expect(mappingFaults(document)).toEqual([]);
  });

  it.each<[unknown, string]>([
    [[], ''],
    [{ ...none, groupBy: 'id' }, '/groupBy'],
    [{ ...none, separator: '' }, '/separator'],
    [{ ...none, placeholders: { x: 'lost' } }, '/placeholders'],
    [{ ...none, vocabularies: { races: { B: 1 } } }, '/vocabularies/races'],
    [{ ...none, incident: { county: 'c' } }, '/incident/county'],
    [{ ...none, incident: { county: { column: 'c', value: 1 } } }, '/incident/county'],
    [{ ...none, incident: { day: { column: 'd', as: 'day', format: 'MM/YYYY' } } }, '/incident/day/format'],
    [{ ...none, incident: { race: { column: 'r', words: 'races' } } }, '/incident/race/words'],
    [{ ...none, incident: { age: { column: 'a', as: 'text', most: 3 } } }, '/incident/age/most'],
    [{ ...none, incident: { age: { column: 'a', none: ['x'] } } }, '/incident/age/none'],
    [{ ...none, incident: { age: { column: 'a', upTo: '' } } }, '/incident/age/upTo'],
    [{ ...none, incident: { age: { column: 'a', instead: { column: '' } } } }, '/incident/age/instead/column'],
    [{ ...none, source: { name: 'a', columns: ['id'] } }, '/source/department'],
    [{ ...none, source: { name: 'A', columns: ['id'], department: { name: { value: 'x' } } } }, '/source/name'],
    [{ ...none, source: { name: 'a', columns: ['x'], department: { name: { value: 'x' } } } }, '/source/columns'],
    [
      { ...none, source: { name: 'a', columns: ['id'], department: { name: { value: 'x' } }, place: { slug: 'x' } } },
      '/source/place',
    ],
    [{ ...none, notes: 'x' }, '/notes'],
    [{ ...none, subjects: {} }, '/subjects'],
    [{ ...none, force: [{ from: 'columns', fields: {} }] }, '/force/0/most'],
    [
      { ...none, force: [{ from: 'row', fields: { officer: { link: { to: 'force', by: 'row' } } } }] },
      '/force/0/fields/officer/link',
    ],
  ])('%j is refused at %s', (document, path) => {
    expect(mappingFaults(document).map((fault) => fault.path)).toEqual([path]);
  });
});
