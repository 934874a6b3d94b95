import fc from 'fast-check';
import { addressOf } from './api-call.js';
import type { AnswerJudge } from './answer-judge.js';
import type { DescribedApi, DescribedOperation } from './described-api.js';
import { callsOf } from './public-calls.js';
import type { PublicScene } from './public-scene.js';
import { sendCall } from './send-call.js';

export interface FuzzTally {
  requests: number;
  statuses: Record<string, number>;
  faults: string[];
}

/** Sends made-up requests to every operation that is open to everybody, and holds each answer against the description. */
export class PublicFuzz {
  readonly tally: FuzzTally = { requests: 0, statuses: {}, faults: [] };

  constructor(
    private readonly scene: PublicScene,
    private readonly api: DescribedApi,
    private readonly judge: AnswerJudge,
  ) {}

  /** @param count of requests to each operation; the same ones for the same seed */
  async run(count: number, seed: number, operations: readonly DescribedOperation[] = this.api.public): Promise<void> {
    for (const operation of operations) {
      const calls = fc.sample(callsOf(this.api, operation, this.scene.known), { numRuns: count, seed });
      for (const { payload, ...call } of calls) {
        const url = addressOf(operation, call);
        const answer = await sendCall(this.scene.redress.app, {
          method: operation.method,
          url,
          headers: call.headers,
          payload,
        });
        this.tally.requests++;
        this.tally.statuses[answer.status] = (this.tally.statuses[answer.status] ?? 0) + 1;
        const fault = this.judge.fault(operation, answer);
        if (fault !== null)
          this.tally.faults.push(
            `${operation.operation.operationId}: ${JSON.stringify({ ...call, payload }).slice(0, 300)}: ${fault}`,
          );
      }
    }
  }
}
