import { leafHash, MerkleTree } from '../log/merkle-tree.js';
import { type Checkpoint, openNote } from '../log/signed-note.js';
import { eventPages, leafPages, type Rows, storedCheckpoints, waitingIds } from '../records/sealed.reader.js';

/** What is not as it was sealed. `at`: the event's number in the tree, its id, or a checkpoint's size. */
export interface HistoryFault {
  code:
    | 'leaf-missing'
    | 'event-changed'
    | 'event-missing'
    | 'event-not-sealed'
    | 'waiting-without-event'
    | 'checkpoint-not-signed'
    | 'checkpoint-other-root'
    | 'behind-checkpoint';
  at: string;
}

export interface HistoryHeld {
  events: number;
  sealed: number;
  /** Of the leaves as they stand now, base64 */
  root: string;
  /** How many checkpoints the tree was held against */
  checkpoints: number;
  /** The first of each kind, and how many there are */
  faults: HistoryFault[];
  faultsInAll: number;
}

interface Against {
  /** The log's public key, as C2SP writes it */
  verifierKey: string;
  /** Notes that were published and kept elsewhere: the only thing that finds out a history put back to an older state */
  notes: readonly string[];
}

const MOST_TOLD = 100;

/**
 * Holds the history to its seals: every event is hashed anew, the tree is grown anew, and at each checkpoint, the database's
 * own and those given, its root must be what was signed. `rows` should be of one transaction that sees one state.
 */
export async function holdHistory(rows: Rows, { verifierKey, notes }: Against): Promise<HistoryHeld> {
  const faults = new Faults();
  const stored = await storedCheckpoints(rows);
  const checkpoints = opened([...stored.map(({ note }) => note), ...notes], verifierKey, faults);
  const tree = await grownAnew(rows, checkpoints, faults);
  for (const { size } of checkpoints) if (size > tree.size) faults.add('behind-checkpoint', String(size));
  // Sealed is what a checkpoint covers: a leaf beyond the last one was put there by somebody else.
  const covered = checkpoints.at(-1)?.size ?? 0;
  if (covered < tree.size) faults.add('checkpoint-other-root', String(tree.size));
  const events = await heldToLeaves(rows, tree.size, faults);
  return {
    events,
    sealed: tree.size,
    root: tree.root().toString('base64'),
    checkpoints: checkpoints.length,
    faults: faults.told,
    faultsInAll: faults.inAll,
  };
}

class Faults {
  readonly told: HistoryFault[] = [];
  inAll = 0;

  add(code: HistoryFault['code'], at: string): void {
    this.inAll++;
    if (this.told.length < MOST_TOLD) this.told.push({ code, at });
  }
}

/** Smallest first. */
function opened(notes: readonly string[], verifierKey: string, faults: Faults): Checkpoint[] {
  const checkpoints: Checkpoint[] = [];
  for (const note of new Set(notes)) {
    const checkpoint = openNote(note, verifierKey);
    if (checkpoint) checkpoints.push(checkpoint);
    else faults.add('checkpoint-not-signed', note.split('\n')[1] ?? '');
  }
  return checkpoints.sort((one, other) => one.size - other.size);
}

async function grownAnew(rows: Rows, checkpoints: readonly Checkpoint[], faults: Faults): Promise<MerkleTree> {
  const tree = MerkleTree.empty();
  let next = 0;
  for await (const page of leafPages(rows))
    for (const { seq, hash } of page) {
      if (Number(seq) !== tree.size) {
        faults.add('leaf-missing', String(tree.size));
        return tree;
      }
      tree.add(hash);
      for (let due = checkpoints[next]; due?.size === tree.size; due = checkpoints[++next])
        if (!due.root.equals(tree.root())) faults.add('checkpoint-other-root', String(tree.size));
    }
  return tree;
}

/** @returns how many events there are. */
async function heldToLeaves(rows: Rows, size: number, faults: Faults): Promise<number> {
  const waiting = await waitingIds(rows);
  const seen = new Uint8Array(size);
  let events = 0;
  for await (const page of eventPages(rows))
    for (const { id, words, seq, hash } of page) {
      events++;
      if (seq === null) {
        if (!waiting.delete(id)) faults.add('event-not-sealed', id);
        continue;
      }
      seen[Number(seq)] = 1;
      if (!hash?.equals(leafHash(words))) faults.add('event-changed', seq);
    }
  for (const id of waiting) faults.add('waiting-without-event', id);
  seen.forEach((there, seq) => {
    if (!there) faults.add('event-missing', String(seq));
  });
  return events;
}
