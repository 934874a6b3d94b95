// Plants each fault of the list on standard input by itself, and tells which specs that hold its file found it.
import { json } from 'node:stream/consumers';
import '../support/typescript.mjs';
import { forgetModules } from './fresh-modules.mjs';
import { runSpec } from './run-spec.mjs';

const { faults } = await json(process.stdin);
const told = [];
for (const fault of [null, ...faults]) {
  const specs = fault ? [fault.spec] : [...new Set(faults.map(({ spec }) => spec))];
  forgetModules(fault);
  const results = [];
  for (const spec of specs) results.push(...(await runSpec(spec, fault ? { enough: 1 } : {})));
  const wrong = results.filter((each) => each.wrong !== null);
  told.push({ fault: fault && `${fault.file}: ${fault.to}`, ran: results.length, found: wrong.map(({ id }) => id) });
}
process.stdout.write(JSON.stringify(told));
process.exit(0);
