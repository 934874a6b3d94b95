import { Command } from 'commander';
import { databaseProblem } from '../platform/errors/database-problem.js';
import { RuleBroken } from '../platform/errors/rule-broken.js';
import { SettingsRefused } from '../platform/settings.js';
import { letYoungSpaceGrow } from '../platform/young-space.js';
import { addAnonymize } from './anonymize.command.js';
import { addAudit } from './audit.command.js';
import { addDemo } from './demo.command.js';
import { addDiagrams } from './diagrams.command.js';
import { addPermissions } from './permissions.command.js';
import { addEstablish } from './establish.command.js';
import { addImport } from './import.command.js';
import { addKeys } from './keys.command.js';
import { addMigrate } from './migrate.command.js';
import { addOpenApi } from './openapi.command.js';
import { addRelease } from './release.command.js';
import { addServe } from './serve.command.js';
import { addStaff } from './staff.command.js';
import { addUof } from './uof.command.js';
import { addVerify } from './verify.command.js';
import { addWork } from './work.command.js';

/** Exit codes: 0 done; 1 it failed or was refused; 2 the command's own words are off. */
const program = new Command('redress')
  .description('Case management for civilian oversight of policing, and public releases that name no one.')
  .showHelpAfterError('(add --help for what there is)')
  .exitOverride((stop) => process.exit(stop.exitCode === 0 ? 0 : 2));

for (const add of [
  addServe,
  addWork,
  addMigrate,
  addDemo,
  addEstablish,
  addStaff,
  addImport,
  addRelease,
  addAnonymize,
  addVerify,
  addUof,
  addAudit,
  addKeys,
  addOpenApi,
  addDiagrams,
  addPermissions,
])
  add(program);

const LAST_WORDS_MS = 500;

letYoungSpaceGrow();
try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`redress: ${explain(error)}\n`);
  process.exitCode = 1;
  // A start that was refused has connections open that nobody closes any more: they do not hold the process up.
  setTimeout(() => process.exit(), LAST_WORDS_MS).unref();
}

/** Refusals explain themselves; anything else is a fault of ours and shows where. */
function explain(error: unknown): string {
  if (error instanceof RuleBroken) {
    const faults = error.faults.map((fault) => `\n  ${fault.path}: ${fault.message} (${fault.code})`);
    return `${error.message} (${error.code})${faults.join('')}`;
  }
  if (error instanceof SettingsRefused) return error.message;
  const refused = databaseProblem(error);
  if (refused) return `${refused.detail} (${refused.code})`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
