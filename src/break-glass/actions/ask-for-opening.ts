import { Injectable } from '@nestjs/common';
import { charterInForce } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { readCaseNumber } from '../../shared/case-number.js';
import { CaseVault } from '../../vault/index.js';
import { countWaiting, findNamedCase, insertOpening, wordsPlace } from '../records/opening.store.js';
import { askRefused } from '../rules/opening-refusals.js';
import { atEvenTimes } from './at-even-times.js';
import { refuse } from './refuse.js';

export interface OpeningAsked {
  /** The case, by its number or its id */
  case: string;
  hours: number;
  /** Sealed under the case's key */
  reason: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Somebody asks for a case past their role. They are answered alike, in words, statements and time, whether the case is there,
 * sealed, behind their own wall or nowhere: nothing but an approver's yes tells them that it is.
 */
@Injectable()
export class AskForOpening {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws RuleBroken glass-not-yours (403), glass-too-long (422), glass-enough-asked (409) */
  async run(actor: ActorOf<'staff'>, asked: OpeningAsked): Promise<{ id: string; lapsesAt: Date }> {
    return atEvenTimes(() => this.ask(actor, asked));
  }

  private async ask(actor: ActorOf<'staff'>, asked: OpeningAsked): Promise<{ id: string; lapsesAt: Date }> {
    const { jurisdictionId, staffId: askedBy, roles } = actor;
    const { hours, reason } = asked;
    const at = this.clock.now();
    const id = newId();
    // Not as the person: the wall that hides the case from them would tell here.
    return this.database.transaction({ jurisdictionId }, async (manager) => {
      const { id: charterId, document } = await charterInForce(manager, at);
      const waiting = await countWaiting(manager, askedBy);
      refuse(askRefused(document.breakGlass, { roles, hours, waiting }));
      const complaintId = await findNamedCase(manager, readName(asked.case));
      const key = await this.vault.openOrPretend(manager, jurisdictionId, complaintId);
      const reasonCipher = key.seal(wordsPlace('reason_cipher', id), reason);
      const row = { jurisdictionId, id, complaintId, charterId, hours, reasonCipher, askedBy };
      const lapsesAt = await insertOpening(manager, row);
      const subject = { kind: 'glass-opening', id };
      const entry = { actor, action: 'glass.ask', subject, details: { hours }, at };
      await recordHistory(manager, complaintId === null ? entry : { ...entry, complaintId });
      return { id, lapsesAt };
    });
  }
}

/** An import's numbers have forms of their own: what is no number of ours is taken as it was typed. */
function readName(typed: string): { id: string | null; caseNumber: string | null } {
  const name = typed.trim();
  return UUID.test(name) ? { id: name, caseNumber: null } : { id: null, caseNumber: readCaseNumber(name) ?? name };
}
