import type { Command } from 'commander';
import { RegisterStaff } from '../identity/index.js';
import { RuleBroken } from '../platform/errors/rule-broken.js';
import { CaseDatabase } from '../platform/postgres/case-database.js';
import { STAFF_ROLES, type StaffRole } from '../shared/actor.js';
import { askPassword } from './password.js';
import { answer, say } from './say.js';
import { withActions } from './with-actions.js';

interface Options {
  roles: string;
  name?: string;
  json?: boolean;
}

export function addStaff(program: Command): void {
  program
    .command('staff')
    .description('the people who work for an oversight agency')
    .command('register <jurisdiction> <sign-in-name>')
    .description('let a person sign in; the password is asked for, or read as one line from standard input')
    .requiredOption('--roles <roles>', `one or more of ${STAFF_ROLES.join(', ')}, separated by commas`)
    .option('--name <name>', 'how the person is shown to others')
    .option('--json', 'print {id} as the last line')
    .action(async (slug: string, signInName: string, options: Options) => {
      const roles = readRoles(options.roles);
      const password = await askPassword(`Password for ${signInName}: `);
      await withActions(async (app) => {
        const jurisdiction = await app.get(CaseDatabase).jurisdictionBySlug(slug);
        if (!jurisdiction)
          throw new RuleBroken('no-such-jurisdiction', `There is no jurisdiction ${slug}: establish it first.`);
        const person = { signInName, displayName: options.name ?? signInName, password, roles };
        const result = await app.get(RegisterStaff).run({ kind: 'system', jurisdictionId: jurisdiction.id }, person);
        say(`${signInName} may sign in to ${jurisdiction.name} as ${roles.join(', ')}.`);
        if (options.json) answer(result);
      });
    });
}

function readRoles(list: string): StaffRole[] {
  return list.split(',').map((word) => {
    const role = STAFF_ROLES.find((known) => known === word.trim());
    if (!role)
      throw new RuleBroken('no-such-role', `There is no role ${word.trim()}; there are ${STAFF_ROLES.join(', ')}.`);
    return role;
  });
}
