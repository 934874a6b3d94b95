import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { RuleBroken } from '../../../platform/errors/rule-broken.js';
import type { Mapping } from '../../mapping/mapping.js';
import { mappingFaults } from '../../mapping/mapping-faults.js';
import { shippedMappings } from '../../mapping/shipped-mappings.js';

/** A mapping that comes with the program, by its name, or one in a file. @throws RuleBroken file-unreadable, mapping-faulty (422) */
export async function readMappingFile(nameOrPath: string): Promise<Mapping> {
  const shipped = shippedMappings().get(nameOrPath);
  if (shipped) return shipped;
  const document = parsed(await textOf(nameOrPath), nameOrPath);
  const faults = mappingFaults(document);
  if (faults.length === 0) return document as Mapping;
  throw new RuleBroken('mapping-faulty', `${basename(nameOrPath)} cannot be followed.`, 422, faults);
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const names = [...shippedMappings().keys()].join(', ');
    const message = `${basename(path)} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}), and no mapping of that name comes with the program (${names}).`;
    throw new RuleBroken('file-unreadable', message, 422);
  }
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RuleBroken('file-unreadable', `${basename(path)} is not JSON.`, 422);
  }
}
