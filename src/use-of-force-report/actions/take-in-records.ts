import type { Records, SentRecord } from '../formats/sent-record.js';
import type { Intake } from '../records/intake.reader.js';
import type { ReportFault } from '../rules/fault-codes.js';
import type { Terms } from '../rules/terms.js';
import type { BulkStorage } from './bulk-storage.js';
import type { BulkTally } from './bulk-tally.js';
import { ChunkWriter } from './chunk-writer.js';
import type { ProgrammeTally } from './programme-tally.js';
import { readOrder } from './read-order.js';
import type { RejectKeeper } from './reject-keeper.js';

export interface Taking {
  storage: BulkStorage;
  rejects: RejectKeeper;
  tally: BulkTally;
  programmes: ProgrammeTally;
  terms: Terms;
  intake: Intake;
  allOrNothing: boolean;
}

/** Reads every record and has it stored or kept as rejected. All or nothing: after the first at fault they are only read. */
export async function takeInRecords(records: Records, taking: Taking): Promise<void> {
  const { storage, rejects, tally, programmes, terms, intake, allOrNothing } = taking;
  const reject = (record: SentRecord, faults: ReportFault[]): void => {
    tally.reject(record.place, 'value' in record.said ? record.said.value : null, faults);
    rejects.add(record, faults);
  };
  const writer = new ChunkWriter<SentRecord>(
    (orders) => storage.take(orders),
    (record, { outcome, faults, warnings }) => {
      if (outcome === 'rejected') {
        reject(record, faults);
        return;
      }
      tally.count(outcome);
      tally.warn(record.place, 'value' in record.said ? record.said.value : null, warnings);
    },
  );
  const keepRejects = async (): Promise<void> => {
    if (allOrNothing && tally.rejected > 0) {
      await writer.settle();
      await storage.giveUp();
    }
    await rejects.flush();
  };
  try {
    for await (const batch of records) {
      await writer.keepAwake();
      for (const record of batch) {
        tally.receive();
        const order = readOrder(record, terms, intake);
        if ('faults' in order) reject(record, order.faults);
        else {
          if (order.kind === 'report') programmes.judge(order.report.original);
          if (!allOrNothing || tally.rejected === 0) await writer.add(record, order, record.bytes);
        }
        if (rejects.isFull) await keepRejects();
      }
    }
    await writer.finish();
    await keepRejects();
  } finally {
    await writer.settle();
  }
}
