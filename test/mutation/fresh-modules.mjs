import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

const fileOf = (url) => url.replace(/\?.*$/, '');
const own = pathToFileURL(`${process.cwd()}/`).href;
const isOurs = (url) => url.startsWith(own) && fileOf(url).endsWith('.ts') && !url.includes('/node_modules/');
const compiled = new Map();
let round = 0;
let planted = null;

/**
 * From now on our modules are loaded anew: what stands at their top runs again, with the mutant of the hour. Libraries stay.
 * @param fault a file, and what of its compiled text is replaced by what until the next time; null: nothing
 */
export function forgetModules(fault = null) {
  round++;
  planted = fault && { ...fault, url: pathToFileURL(fault.file).href };
}

/** Where this round has a module; within a round it is loaded once. */
export const addressNow = (file) => `${pathToFileURL(file).href}?round=${round}`;

registerHooks({
  resolve(specifier, context, nextResolve) {
    const found = nextResolve(specifier, context);
    return isOurs(found.url) ? { ...found, url: `${fileOf(found.url)}?round=${round}` } : found;
  },
  load(url, context, nextLoad) {
    if (!isOurs(url)) return nextLoad(url, context);
    const file = fileOf(url);
    // All mutants are in the text already, and switched: it is compiled once.
    if (!compiled.has(file)) compiled.set(file, nextLoad(url, context));
    return planted?.url === file ? withFault(compiled.get(file)) : compiled.get(file);
  },
});

function withFault(module) {
  const [before, after, ...more] = String(module.source).split(planted.from);
  if (after === undefined || more.length > 0) throw new Error(`"${planted.from}" stands not once in ${planted.file}`);
  return { ...module, source: `${before}${planted.to}${after}` };
}
