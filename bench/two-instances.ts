import { setTimeout as wait } from 'node:timers/promises';
import { PASSWORD } from '../test/support/test-app.js';
import { ServedPlace } from './support/served-place.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const MOST_MS = 1_000;
const OTHER_PASSWORD = 'a longer walk along another river';

interface Person {
  id: string;
  signInName: string;
  token: string;
}

/** What is done at one instance, and what must be refused at the other from then on. */
const ENDS: Readonly<Record<string, (here: Instance, administrator: string, person: Person) => Promise<unknown>>> = {
  'another role': (here, as, { id }) =>
    here.ask('PUT', `/api/v1/staff/${id}/roles`, { as, body: { roles: ['administrator'] } }),
  'account closed': (here, as, { id }) => here.ask('POST', `/api/v1/staff/${id}/disablement`, { as }),
  'another password': (here, _as, { token }) =>
    here.ask('POST', '/api/v1/my-account/password', {
      as: token,
      body: { current: PASSWORD, chosen: OTHER_PASSWORD },
    }),
  'signed out': (here, _as, { token }) => here.ask('DELETE', '/api/v1/sessions/current', { as: token }),
};

/**
 * `two-instances [rounds]`: two servers over one database. What ends somebody's access at one must end it at the other within a
 * second, and five wrong passwords at one close the account at the other, also after that was started anew. The control is
 * somebody to whom nothing is done, who is let in all the while.
 */
export async function run([rounds = '10']: string[]): Promise<void> {
  const place = await ServedPlace.open('administrator');
  try {
    const [one, other] = [new Instance((await place.serve()).port), new Instance((await place.serve()).port)];
    const administrator = await one.signIn('sam');
    let faults = 0;
    const untouched = await register(one, administrator, 'untouched');
    for (const [what, end] of Object.entries(ENDS)) {
      const took: number[] = [];
      for (let round = 1; round <= Number(rounds); round++) {
        const person = await register(one, administrator, `${what.replace(/ /g, '-')}-${round}`);
        if (!(await other.letsIn(person))) throw new Error(`${person.signInName} was not let in before`);
        await end(one, administrator, person);
        took.push(await untilRefused(other, person));
        if (!(await other.letsIn(untouched))) faults++;
      }
      const most = Math.max(...took);
      if (most > MOST_MS) faults++;
      say(`${what} at one: refused at the other after ${most.toFixed(0)} ms at most, ${rounds} times`);
    }
    const { signInName } = await register(one, administrator, 'forgetful');
    for (let time = 0; time < 5; time++) await one.signIn(signInName, 'a wrong one altogether').catch(() => undefined);
    const anew = new Instance((await place.serve()).port);
    const isShut = async (instance: Instance) => (await instance.signIn(signInName).catch(() => null)) === null;
    const shut = [await isShut(other), await isShut(anew)];
    say(`five wrong passwords at one: the right one refused at the other ${shut[0]}, at one started anew ${shut[1]}`);
    say(`${faults} faults; somebody to whom nothing was done was let in each time (control)`);
    if (faults > 0 || shut.includes(false)) process.exitCode = 1;
  } finally {
    await place.end();
  }
}

async function untilRefused(at: Instance, person: Person): Promise<number> {
  const began = performance.now();
  while (await at.letsIn(person)) {
    if (performance.now() - began > 10 * MOST_MS) return Infinity;
    await wait(5);
  }
  return performance.now() - began;
}

async function register(at: Instance, as: string, signInName: string): Promise<Person> {
  const body = { signInName, displayName: signInName, password: PASSWORD, roles: ['supervisor'] };
  const { id } = (await at.ask('POST', '/api/v1/staff', { as, body })) as { id: string };
  return { id, signInName, token: await at.signIn(signInName) };
}

class Instance {
  constructor(private readonly port: number) {}

  async signIn(signInName: string, password = PASSWORD): Promise<string> {
    const body = { jurisdiction: 'riverton', signInName, password };
    return ((await this.ask('POST', '/api/v1/sessions', { body })) as { token: string }).token;
  }

  async letsIn({ token }: Person): Promise<boolean> {
    return (await this.send('GET', '/api/v1/complaints', { as: token })).ok;
  }

  async ask(method: string, path: string, sent: { as?: string; body?: object }): Promise<unknown> {
    const answer = await this.send(method, path, sent);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  private send(method: string, path: string, { as, body }: { as?: string; body?: object }): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}${path}`, {
      method,
      headers: {
        ...(as === undefined ? {} : { authorization: `Bearer ${as}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}
