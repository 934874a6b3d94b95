import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { profilesHere } from '../records/profile.store.js';
import { formOf } from '../records/shipped-forms.js';
import {
  departmentOri,
  holdReportsToSend,
  insertTransmission,
  type ReportToSend,
} from '../records/transmission.store.js';
import type { CompiledForm } from '../rules/form/compiled-form.js';
import { type FileAction, type FiledReport, writeProgrammeFile } from '../rules/form/programme-file.js';
import type { CompiledProfile } from '../rules/profile/compile-profile.js';
import type { ProfileShelf } from '../rules/profile/profile-shelf.js';
import { answerOnce } from './answer-once.js';
import { senderOf } from './sender-of.js';

export type Exporter = ActorOf<'department'> | ActorOf<'staff'>;

export interface TransmissionWanted {
  /** The id of a profile */
  programme: string;
  /** Whose reports; a department's own, whatever it says */
  departmentId?: string | undefined;
  reportIds: readonly string[];
}

export interface Transmission {
  id: string;
  programme: string;
  profileVersion: string;
  form: 'json' | 'csv';
  sha256: string;
  bytes: number;
  exportedAt: string;
  reports: { reportId: string; version: number; action: FileAction; leftOut: string[] }[];
}

/** Reports go to a programme in its own form: what was sent, by whom, with its hash, stays on record. */
@Injectable()
export class TransmitReports {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken no-such-profile, no-such-report, not-reportable, no-removal, several-versions, department-missing (422) */
  async run(actor: Exporter, wanted: TransmissionWanted, key: string): Promise<Transmission> {
    const sender = senderOf(actor);
    const departmentId = actor.kind === 'department' ? actor.departmentId : wanted.departmentId;
    if (departmentId === undefined) throw refused('/departmentId', 'department-missing', 'Say whose reports are sent.');
    const once = { jurisdictionId: actor.jurisdictionId, principalId: sender.id, key };
    return this.database.transaction(actor, (manager) =>
      answerOnce(manager, once, { transmit: wanted }, () => this.transmit(manager, actor, { ...wanted, departmentId })),
    );
  }

  private async transmit(
    manager: EntityManager,
    actor: Exporter,
    { programme, departmentId, reportIds }: TransmissionWanted & { departmentId: string },
  ): Promise<Transmission> {
    const at = this.clock.now();
    const department = await departmentOri(manager, departmentId);
    if (!department) throw refused('/departmentId', 'no-such-department', 'There is no department with this id.');
    const reports = await holdReportsToSend(manager, departmentId, reportIds);
    refuseMissing(reportIds, reports);
    const profile = oneProfile(await profilesHere(manager), programme, reports);
    const form = formOf(profile.document);
    if (!form) throw refused('/programme', 'no-form', 'Of this programme no form is known here: it takes no export.');
    const { ori } = department;
    const filed = reports.map((report, index) => filedReport(report, { index, ori, profile, form }));
    const { text, leftOut } = writeProgrammeFile(form, filed, at);
    const id = newId();
    const file = { form: form.document.form, sha256: sha256Of(text), bytes: Buffer.byteLength(text) };
    const about = { id, programme, profileVersion: profile.document.version, ...file };
    const sent = reports.map(({ id: reportId, version }, index) => ({
      ...{ reportId, version, action: filed[index]?.action ?? 'add', leftOut: leftOut[index] ?? [] },
    }));
    const { jurisdictionId } = actor;
    const sender = senderOf(actor);
    await insertTransmission(manager, { jurisdictionId, departmentId, ori, sender, at, ...about, reports: sent });
    const subject = { kind: 'use-of-force-transmission', id };
    const details = { programme, reports: sent.map(({ reportId }) => reportId) };
    await recordHistory(manager, { actor, action: 'use-of-force-report.transmit', subject, details, at });
    return { ...about, exportedAt: at.toISOString(), reports: sent };
  }
}

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a report says, under the department's own ORI where it names none. */
export function toldUnder(told: Record<string, unknown>, ori: string | null): Record<string, unknown> {
  return ori === null || (told['agencyOri'] ?? null) !== null ? told : { ...told, agencyOri: ori };
}

/** A report that was taken back is taken back there too; one that is not the programme's to have is not sent. */
function filedReport(
  { told, status }: ReportToSend,
  { index, ori, profile, form }: { index: number; ori: string | null; profile: CompiledProfile; form: CompiledForm },
): FiledReport {
  const report = toldUnder(told, ori);
  const path = `/reportIds/${index}`;
  if (status === 'withdrawn') {
    if (form.document.envelope) return { report, action: 'remove' };
    const message = 'This report was withdrawn, and the form of the programme has no word for it: tell them otherwise.';
    throw refused(path, 'no-removal', message);
  }
  const { status: answer, why } = profile.judge(report);
  if (answer === 'not_reportable') throw refused(path, 'not-reportable', why ?? 'It is not theirs.');
  return { report, action: 'add' };
}

function oneProfile(shelf: ProfileShelf, programme: string, reports: readonly ReportToSend[]): CompiledProfile {
  const known = [...new Set(shelf.documents.map(({ id }) => id))];
  if (!known.includes(programme)) throw refused('/programme', 'no-such-profile', `Use one of: ${known.join(', ')}.`);
  const inForce = reports.map(({ occurredOn }) => shelf.inForce(programme, occurredOn ?? ''));
  const [first] = inForce;
  const without = inForce.findIndex((profile) => profile === null);
  if (without >= 0 || !first)
    throw refused(
      `/reportIds/${without}`,
      'not-reportable',
      'The programme has no rules for the day of this incident.',
    );
  if (inForce.some((profile) => profile?.document !== first.document))
    throw refused(
      '/reportIds',
      'several-versions',
      'These fall under different versions of the rules: send each apart.',
    );
  return first;
}

function refuseMissing(wanted: readonly string[], found: readonly ReportToSend[]): void {
  const missing = wanted.findIndex((id) => !found.some((report) => report.id === id));
  if (missing < 0) return;
  throw refused(`/reportIds/${missing}`, 'no-such-report', 'The department has no report with this id.');
}

function refused(path: string, code: string, message: string): RuleBroken {
  return new RuleBroken(code, message, 422, [{ path, code, message }]);
}
