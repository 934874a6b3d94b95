import type { TestApp } from '../test-app.js';
import { addressOf, exampleCall } from './api-call.js';
import type { ApiScene } from './api-scene.js';
import type { DescribedOperation } from './described-api.js';
import { sendCall } from './send-call.js';

export interface UntoldTally {
  operations: number;
  /** Answered as they would be otherwise: they change nothing, or were refused before */
  taken: string[];
  /** Answered 500, since what they do cannot be told */
  stopped: string[];
}

/** Calls operations while the history takes no entry. What they change cannot be committed: the test database sees to it. */
export class Untold {
  readonly tally: UntoldTally = { operations: 0, taken: [], stopped: [] };

  private constructor(
    private readonly redress: TestApp,
    private readonly scene: ApiScene,
  ) {}

  static async open(redress: TestApp, scene: ApiScene): Promise<Untold> {
    await redress.database.owner.query(`
      CREATE FUNCTION redress.untold() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'planted' USING ERRCODE = 'XX000'; END $$;
      CREATE TRIGGER untold BEFORE INSERT ON redress.history_event FOR EACH ROW EXECUTE FUNCTION redress.untold();
      ALTER TABLE redress.history_event DISABLE TRIGGER untold`);
    return new Untold(redress, scene);
  }

  async run(described: DescribedOperation): Promise<void> {
    const { owner } = this.redress.database;
    const caller = await this.scene.callerOf(described);
    const call = exampleCall(described, caller.known);
    await owner.query('ALTER TABLE redress.history_event ENABLE TRIGGER untold');
    const { status } = await sendCall(this.redress.app, {
      ...{ method: described.method, url: addressOf(described, call) },
      ...{ headers: { ...caller.headers, ...call.headers } },
      payload: call.body === undefined ? undefined : JSON.stringify(call.body),
    });
    await owner.query('ALTER TABLE redress.history_event DISABLE TRIGGER untold');
    this.tally.operations++;
    const { operationId } = described.operation;
    if (status < 300) this.tally.taken.push(operationId);
    else if (status === 500) this.tally.stopped.push(operationId);
  }
}
