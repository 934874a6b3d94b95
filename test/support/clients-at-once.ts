import { isDeepStrictEqual } from 'node:util';
import { type PublicQuestions, type ReleaseOracle } from './release-oracle.js';
import { Chance } from './soql/chance.js';

export interface ClientsPlan {
  readonly clients: number;
  readonly ask: (url: string) => Promise<{ status: number; version: string; text: string }>;
  readonly questions: PublicQuestions;
  readonly oracle: ReleaseOracle;
  readonly seed: number;
}

/** After a release is out, no answer may be of one before that was asked for so much later. */
const LATEST_MS = 1_000;

/** Clients that ask without a pause until they are told to stop. What was wrong, torn, missing or late is told in words. */
export class ClientsAtOnce {
  readonly faults: string[] = [];
  readonly answers = new Map<string, number>();
  private newest = { version: '', since: Infinity };
  private isOver = false;
  private readonly running: Promise<void>[];

  constructor(private readonly plan: ClientsPlan) {
    this.running = Array.from({ length: plan.clients }, (_, at) => this.client(new Chance(plan.seed + at)));
  }

  /** This version is out, and its publisher knows. */
  isOut(version: string): void {
    this.newest = { version, since: performance.now() };
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.running);
  }

  private async client(chance: Chance): Promise<void> {
    try {
      while (!this.isOver) await this.one(chance);
    } catch (error) {
      this.faults.push(String(error));
    }
  }

  private async one(chance: Chance): Promise<void> {
    const { questions, oracle, ask } = this.plan;
    const question = questions.random(chance);
    const began = performance.now();
    const { newest } = this;
    const { status, version, text } = await ask(question.url);
    this.answers.set(version, (this.answers.get(version) ?? 0) + 1);
    if (status !== 200) this.faults.push(`${question.url}: ${status} ${text.slice(0, 200)}`);
    else if (!isDeepStrictEqual(question.told(text), oracle.expected(question, version)))
      this.faults.push(`${question.url} of ${version}: ${text.slice(0, 200)}`);
    else if (began - newest.since > LATEST_MS && isOlder(version, newest.version))
      this.faults.push(`${question.url}: of ${version} long after ${newest.version} came out`);
  }
}

/** A newer one may be out before its publisher could say so. */
function isOlder(one: string, other: string): boolean {
  return one.localeCompare(other, 'en', { numeric: true }) < 0;
}
