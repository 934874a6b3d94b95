import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { globSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';

const instrumented = (globalThis.__stryker__ ??= {});

/**
 * Runs specs in Stryker's own worker: the libraries are loaded once, our modules anew for each mutant, and of the specs those
 * alone that have the mutant's file in them. A start of Jest for each mutant took 1.3 s.
 */
class InProcessRunner {
  constructor(patterns) {
    this.patterns = patterns;
  }

  async init() {
    // Now, and not before: this process has gone to the sandbox, where the code with the mutants is.
    await import('../support/typescript.mjs');
    const { forgetModules } = await import('./fresh-modules.mjs');
    const { importedBy } = await import('./imported-by.mjs');
    const { runSpec } = await import('./run-spec.mjs');
    this.specs = globSync(this.patterns).sort();
    this.reach = new Map(this.specs.map((spec) => [spec, importedBy(spec)]));
    Object.assign(this, { forgetModules, runSpec });
    // The same examples for every mutant, and no search for the smallest that fails: one that does is enough.
    fc.configureGlobal({ seed: 1, endOnFailure: true });
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun({ coverageAnalysis }) {
    delete instrumented.activeMutant;
    const began = (id) => (instrumented.currentTestId = coverageAnalysis === 'perTest' ? id : undefined);
    const told = [];
    for (const spec of this.specs) {
      began(undefined);
      // Anew for each: what one spec left in a module's memory would hide which tests of the next reach what.
      this.forgetModules();
      told.push(...(await this.runSpec(spec, { began })).map((each) => resultOf(spec, each)));
    }
    delete instrumented.currentTestId;
    return { status: DryRunStatus.Complete, tests: told, mutantCoverage: instrumented.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, sandboxFileName, disableBail }) {
    this.forgetModules();
    Object.assign(instrumented, { activeMutant: activeMutant.id, hitCount: hitLimit ? 0 : undefined, hitLimit });
    const asked = testFilter ?? null;
    const wanted = (id) => asked === null || asked.includes(id);
    const told = [];
    try {
      for (const spec of this.nearestTo(relative(process.cwd(), sandboxFileName))) {
        if (asked?.some((id) => id.startsWith(`${spec} `)) === false) continue;
        told.push(...(await this.runSpec(spec, { wanted, enough: 1 })).map((each) => resultOf(spec, each)));
        if (!disableBail && told.some(({ status }) => status === TestStatus.Failed)) break;
      }
    } finally {
      delete instrumented.activeMutant;
    }
    const tooOften = determineHitLimitReached(instrumented.hitCount, hitLimit);
    return toMutantRunResult(tooOften ?? { status: DryRunStatus.Complete, tests: told }, disableBail);
  }

  /** The specs that have the file in them, the one beside it first. */
  nearestTo(file) {
    const distance = (spec) => (spec === file.replace('.ts', '.spec.ts') ? 0 : dirname(spec) === dirname(file) ? 1 : 2);
    return this.specs
      .filter((spec) => this.reach.get(spec).has(file))
      .sort((one, other) => distance(one) - distance(other));
  }
}

function resultOf(spec, { id, ms, wrong }) {
  const about = { id, name: id, fileName: resolve(spec), timeSpentMs: ms };
  return wrong === null
    ? { ...about, status: TestStatus.Success }
    : { ...about, status: TestStatus.Failed, failureMessage: wrong };
}

runnerOf.inject = tokens(commonTokens.options);
function runnerOf({ specs }) {
  return new InProcessRunner(specs);
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'in-process', runnerOf)];
export const strykerValidationSchema = {
  type: 'object',
  properties: { specs: { type: 'array', items: { type: 'string' }, description: 'Which tests mutants are held to' } },
};
