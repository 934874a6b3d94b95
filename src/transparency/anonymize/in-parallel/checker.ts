import { Worker } from 'node:worker_threads';
import type { LossVector } from '../metric.js';
import type { Verdict } from '../verdict.js';
import type { Task } from '../task.js';

/** What a worker is asked: a node, and the loss that is to be beaten. */
export interface Question {
  readonly levels: readonly number[];
  readonly best: LossVector | null;
}

interface Asked {
  readonly resolve: (verdict: Verdict) => void;
  readonly reject: (error: Error) => void;
}

/** A thread that checks nodes, one at a time. */
export class Checker {
  private readonly worker: Worker;
  private asked: Asked | null = null;
  private failure: Error | null = null;

  /** @param execArgv options of the thread's Node; absent: those of this process */
  constructor(task: Task, execArgv?: readonly string[]) {
    // Beside this file: .js when it was built, .ts when a loader reads the sources.
    const entry = new URL(`./checker-thread${import.meta.url.slice(-3)}`, import.meta.url);
    this.worker = new Worker(entry, { workerData: task, ...(execArgv && { execArgv: [...execArgv] }) });
    this.worker.on('message', (verdict: Verdict) => this.asked?.resolve(verdict));
    this.worker.on('error', (error) => {
      this.fail(error instanceof Error ? error : new Error(String(error)));
    });
    this.worker.on('exit', () => {
      this.fail(new Error('a thread of the search ended before it answered'));
    });
  }

  /** @throws what the thread threw */
  ask(question: Question): Promise<Verdict> {
    if (this.failure !== null) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      this.asked = { resolve, reject };
      this.worker.postMessage(question);
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.asked?.reject(this.failure);
  }
}
