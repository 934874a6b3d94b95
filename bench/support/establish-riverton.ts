import { RedressProcess } from '../../test/support/redress-process.js';

/** A place and one of its people, `sam`, by the command line, as an operator would. */
export async function establishRiverton(
  environment: Record<string, string>,
  password: string,
  roles = 'supervisor,intake',
): Promise<void> {
  for (const words of [
    ['establish', 'riverton', '--name', 'Riverton', '--charter', 'generic'],
    ['staff', 'register', 'riverton', 'sam', '--roles', roles],
  ]) {
    const step = new RedressProcess(words, environment, `${password}\n`);
    if ((await step.ended()) !== 0) throw new Error(step.stderr);
  }
}
