// Lets plain Node (24 strips types by itself) import our sources, whose relative imports end in .js as TypeScript wants.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, nextResolve) {
    const own = specifier.startsWith('.') && !context.parentURL?.includes('/node_modules/');
    return nextResolve(own ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});
