import { jestExpect } from '@jest/expect';
import * as circus from 'jest-circus';
import { addressNow } from './fresh-modules.mjs';

const { afterAll, afterEach, beforeAll, beforeEach, describe, it, test } = circus;
Object.assign(globalThis, { afterAll, afterEach, beforeAll, beforeEach, describe, it, test, expect: jestExpect });
// Stryker knows when a mutant takes too long: Circus's own five seconds would only tell of a busy machine.
globalThis[Symbol.for('TEST_TIMEOUT_SYMBOL')] = 60_000;

/**
 * The tests of one file, one after the other, in this process.
 * @param wanted which of them; `began` is told each before it runs; after `enough` failures the others are left out
 * @returns of each that ran: id, ms, and what was wrong or null
 */
export async function runSpec(file, { wanted = () => true, began = () => undefined, enough = Infinity } = {}) {
  circus.resetState();
  jestExpect.setState({ testPath: file, suppressedErrors: [] });
  try {
    await import(addressNow(file));
  } catch (error) {
    return [{ id: `${file} is read`, ms: 0, wrong: said(error) }];
  }
  const told = [];
  const ids = numbered(file, circus.getState().rootDescribeBlock);
  for (const [each, id] of ids) if (!wanted(id)) each.mode = 'skip';
  const failures = () => told.filter(({ wrong }) => wrong !== null).length;
  const listen = (event) => {
    if (event.name === 'test_start') {
      if (failures() >= enough) event.test.mode = 'skip';
      else began(ids.get(event.test));
    }
    if (event.name !== 'test_done' || event.test.mode === 'skip') return;
    const { errors, duration } = event.test;
    told.push({ id: ids.get(event.test), ms: duration ?? 0, wrong: errors.length === 0 ? null : said(errors[0]) });
  };
  circus.addEventHandler(listen);
  try {
    const { unhandledErrors } = await circus.run();
    if (unhandledErrors.length > 0) told.push({ id: `${file} ends`, ms: 0, wrong: String(unhandledErrors[0]) });
  } finally {
    circus.removeEventHandler(listen);
  }
  return told;
}

/** test → `<file> <names of what it stands in>`, with a number where there are several of that name */
function numbered(file, root) {
  const ids = new Map();
  const count = new Map();
  const walk = (block, names) => {
    for (const child of block.children) {
      const name = `${names} ${child.name}`;
      if (child.type === 'describeBlock') {
        walk(child, name);
        continue;
      }
      const before = count.get(name) ?? 0;
      count.set(name, before + 1);
      ids.set(child, before === 0 ? name : `${name} (${before + 1})`);
    }
  };
  walk(root, file);
  return ids;
}

function said(error) {
  const [first] = [error].flat();
  return String(first?.message ?? first);
}
