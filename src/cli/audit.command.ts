import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { Checkpoints, type HistoryFault, notesIn, ProveEvent, SealHistory, VerifyHistory } from '../audit-log/index.js';
import { answer, say } from './say.js';
import { withActions } from './with-actions.js';

/** What each fault means, for people. */
const SAID: Record<HistoryFault['code'], string> = {
  'leaf-missing': 'the tree has no leaf of this number: it was taken away or moved',
  'event-changed': 'the event of this number is not what was sealed',
  'event-missing': 'the event of this number is gone',
  'event-not-sealed': 'nobody’s change made this event: it was put there by hand',
  'waiting-without-event': 'this event was recorded and is gone before it was sealed',
  'checkpoint-not-signed': 'the note of this size is not signed with this log’s key',
  'checkpoint-other-root': 'at this size the tree is another than the one that was signed',
  'behind-checkpoint': 'a checkpoint of this size was published, and the tree is smaller: an older state was put back',
};

/** The history held to its seals. `verify` exits with 1 when anything is not as it was sealed. */
export function addAudit(program: Command): void {
  const audit = program.command('audit').description('the history of all cases, and proof that nobody rewrote it');
  audit
    .command('verify')
    .description('hash every event anew and hold the tree to its signed checkpoints')
    .option('--against <file>', 'checkpoints that were published and kept elsewhere: finds out an older state put back')
    .action(async ({ against }: { against?: string }) => {
      const notes = against === undefined ? [] : notesIn(readFileSync(against, 'utf8'));
      if (against !== undefined && notes.length === 0) throw new Error(`${against} holds no checkpoint.`);
      const held = await withActions((app) => app.get(VerifyHistory).run(notes));
      for (const { code, at } of held.faults) say(`REFUSED ${at}: ${SAID[code]} (${code})`);
      if (held.faultsInAll > 0) process.exitCode = 1;
      else say(`OK: ${held.sealed} sealed events of ${held.events}, held against ${held.checkpoints} checkpoints`);
      answer({ ok: held.faultsInAll === 0, ...held });
    });
  audit
    .command('prove <event>')
    .description(
      'print the proof that an event was in the history: checked by docs/verify-event.mjs, with nothing else',
    )
    .action(async (event: string) => {
      answer(await withActions((app) => app.get(ProveEvent).run(event)));
    });
  audit
    .command('seal')
    .description('seal now what waits, as the worker does every minute; prints the checkpoint')
    .action(async () => {
      const { sealed, size, note } = await withActions((app) => app.get(SealHistory).run());
      say(`${sealed} events sealed, ${size} in all`);
      if (note !== null) process.stdout.write(note);
    });
  audit
    .command('key')
    .description('print the key that checkpoints are checked with')
    .action(async () => {
      process.stdout.write(`${await withActions((app) => Promise.resolve(app.get(Checkpoints).verifierKey()))}\n`);
    });
}
