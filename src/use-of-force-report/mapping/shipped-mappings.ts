import { readdirSync, readFileSync } from 'node:fs';
import type { Mapping } from './mapping.js';
import { mappingFaults } from './mapping-faults.js';

const FOLDER = new URL('./shipped/', import.meta.url);
let shipped: ReadonlyMap<string, Mapping> | null = null;

/** The mappings of public tables that come with the program, by name. */
export function shippedMappings(): ReadonlyMap<string, Mapping> {
  return (shipped ??= new Map(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => [name.replace(/[.]json$/, ''), read(name)] as const),
  ));
}

function read(name: string): Mapping {
  const document: unknown = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
  const [first] = mappingFaults(document);
  if (first) throw new Error(`${name} is no mapping: ${first.path} ${first.message}`);
  return document as Mapping;
}
