// Lets plain Node run our TypeScript as Jest does: imports that end in .js find the .ts, and swc keeps decorator metadata.
import { transformSync } from '@swc/core';
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const options = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    experimental: { keepImportAttributes: true },
  },
};

const jestGlobals = new URL('jest-globals.mjs', import.meta.url).href;
/** The address without what a runner adds to it, so that a test file is read anew. */
const fileOf = (url) => url.replace(/\?.*$/, '');

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier === '@jest/globals') return { url: jestGlobals, shortCircuit: true };
    const own = specifier.startsWith('.') && fileOf(context.parentURL ?? '').endsWith('.ts');
    return nextResolve(own ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
  load(url, context, nextLoad) {
    if (!fileOf(url).endsWith('.ts')) return nextLoad(url, context);
    const filename = fileURLToPath(fileOf(url));
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
