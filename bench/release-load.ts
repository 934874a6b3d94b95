import { get } from 'node:http';
import { randomUUID } from 'node:crypto';
import { ClientsAtOnce } from '../test/support/clients-at-once.js';
import { cityCharter } from '../test/support/generated-complaints.js';
import { RedressProcess } from '../test/support/redress-process.js';
import { type Asked, ReleaseDesk } from '../test/support/release-desk.js';
import { PublicQuestions, ReleaseOracle } from '../test/support/release-oracle.js';
import { PASSWORD, TestApp } from '../test/support/test-app.js';
import { publishKill } from './publish-kill.js';
import { onTestServer } from './support/on-test-server.js';

const DATASET = 'complaint-allegations';
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `release-load [complaints] [clients] [releases] [kills] [seed]`: releases are built and published while clients ask the
 * built server without a pause; each answer is held against the file of the release that it says it is of. Then the publisher
 * is killed with -9 in the middle, as often as it says, while the clients go on. Exit code 1 if anything was wrong.
 */
export async function run([
  complaints = '30000',
  clients = '50',
  releases = '3',
  kills = '10',
  seed = '1',
]: string[]): Promise<void> {
  await onTestServer(async () => {
    const scene = await LoadScene.open(Number(complaints));
    try {
      const disagreements: string[] = [];
      const { faults, answers } = await scene.underLoad(Number(clients), Number(seed), async (isOut) => {
        for (let at = 0; at < Number(releases); at++) {
          const asked = await scene.approved();
          await scene.publish();
          isOut(asked.version);
          say(`${asked.version} is out`);
        }
        disagreements.push(...(await publishKill(scene, { kills: Number(kills), seed: Number(seed), say, isOut })));
      });
      const total = [...answers.values()].reduce((sum, count) => sum + count, 0);
      for (const fault of [...disagreements, ...faults].slice(0, 10)) say(`FAULT ${fault}`);
      say(
        `${clients} clients: ${total} answers of ${answers.size} releases, ${faults.length} faults; ${kills} kills: ${disagreements.length} disagreements`,
      );
      if (faults.length + disagreements.length > 0) process.exitCode = 1;
    } finally {
      await scene.stop();
    }
  });
}

/** The built server as people run it, and an application beside it that builds and approves. */
export class LoadScene {
  private constructor(
    readonly redress: TestApp,
    readonly desk: ReleaseDesk,
    private readonly server: RedressProcess,
    private readonly port: string,
  ) {}

  static async open(complaints: number): Promise<LoadScene> {
    const redress = await TestApp.start(cityCharter());
    const desk = await ReleaseDesk.open(redress, complaints);
    const { server, port } = await startServer(redress);
    const scene = new LoadScene(redress, desk, server, port);
    await scene.approved();
    await scene.publish();
    return scene;
  }

  async underLoad(
    count: number,
    seed: number,
    work: (isOut: (version: string) => void) => Promise<void>,
  ): Promise<ClientsAtOnce> {
    const oracle = new ReleaseOracle((version) => this.desk.path({ id: '', dataset: DATASET, version }));
    const questions = new PublicQuestions(this.redress.jurisdiction.slug, DATASET);
    const clients = new ClientsAtOnce({ clients: count, seed, oracle, questions, ask: (url) => this.ask(url) });
    try {
      await work((version) => {
        clients.isOut(version);
      });
    } finally {
      await clients.stop();
    }
    return clients;
  }

  async approved(): Promise<Asked> {
    await this.done(this.command('build'));
    const { rows } = await this.redress.database.owner.query<Asked>(
      "SELECT id, dataset, version FROM redress.release WHERE status = 'built' ORDER BY string_to_array(version, '.')::int[] DESC LIMIT 1",
    );
    const asked = rows[0]!;
    await this.desk.verify(asked);
    await this.desk.approve(asked);
    await this.desk.approve(asked, this.desk.director);
    return asked;
  }

  /** Publishing, in a process of its own. */
  publisher(): RedressProcess {
    return this.command('publish');
  }

  async publish(): Promise<void> {
    await this.done(this.publisher());
  }

  private command(step: 'build' | 'publish'): RedressProcess {
    const words = ['release', step, DATASET, '--jurisdiction', this.redress.jurisdiction.slug, '--as', 'records1'];
    return new RedressProcess(words, environmentOf(this.redress), `${PASSWORD}\n`);
  }

  private async done(process: RedressProcess): Promise<void> {
    if ((await process.ended()) !== 0) throw new Error(`${process.stderr}${process.stdout}`);
  }

  async ask(url: string): Promise<{ status: number; version: string; text: string }> {
    return new Promise((resolve, reject) => {
      get({ port: this.port, host: '127.0.0.1', path: url, headers: { 'x-client': randomUUID() } }, (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('error', reject);
        answer.on('end', () => {
          const version = String(answer.headers['redress-release']);
          resolve({ status: answer.statusCode ?? 0, version, text: Buffer.concat(pieces).toString() });
        });
      }).on('error', reject);
    });
  }

  async stop(): Promise<void> {
    await this.server.interrupt();
    await this.redress.stop();
  }
}

async function startServer(redress: TestApp): Promise<{ server: RedressProcess; port: string }> {
  const server = new RedressProcess(['serve'], { ...environmentOf(redress), PORT: '0' });
  const [, port = ''] = await server.says(/serves on http:\S+:(\d+)\./);
  return { server, port };
}

function environmentOf({ database }: TestApp): Record<string, string> {
  const { masterKey, dataDirectory } = database.connections;
  return {
    ...{ DATABASE_URL: database.ownerUrl, MASTER_KEY: masterKey.toString('base64') },
    ...{ DATA_DIRECTORY: dataDirectory, LOG_LEVEL: 'silent' },
  };
}
