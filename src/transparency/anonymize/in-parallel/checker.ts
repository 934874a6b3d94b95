import { Worker } from 'node:worker_threads';
import type { LossVector } from '../metric.js';
import type { Verdict } from '../node-check.js';
import type { Task } from '../task.js';

/** What a worker is asked: a node, and the loss that is to be beaten. */
export interface Question {
  readonly levels: readonly number[];
  readonly best: LossVector | null;
}

/** A thread that checks nodes, one at a time. */
export class Checker {
  private readonly worker: Worker;

  /** @param execArgv options of the thread's Node; absent: those of this process */
  constructor(task: Task, execArgv?: readonly string[]) {
    // Beside this file: .js when it was built, .ts when a loader reads the sources.
    const entry = new URL(`./checker-thread${import.meta.url.slice(-3)}`, import.meta.url);
    this.worker = new Worker(entry, { workerData: task, ...(execArgv && { execArgv: [...execArgv] }) });
  }

  /** @throws what the thread threw */
  ask(question: Question): Promise<Verdict> {
    const { worker } = this;
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        worker.off('message', answered).off('error', failed).off('exit', ended);
        act();
      };
      const answered = (verdict: Verdict): void => {
        settle(() => {
          resolve(verdict);
        });
      };
      const failed = (error: Error): void => {
        settle(() => {
          reject(error);
        });
      };
      const ended = (): void => {
        failed(new Error('a thread of the search ended before it answered'));
      };
      worker.on('message', answered).on('error', failed).on('exit', ended);
      worker.postMessage(question);
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
