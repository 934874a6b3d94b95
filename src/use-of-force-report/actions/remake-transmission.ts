import { Injectable } from '@nestjs/common';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { profilesHere } from '../records/profile.store.js';
import { formOf } from '../records/shipped-forms.js';
import { transmissionToRemake } from '../records/transmission.store.js';
import { writeProgrammeFile } from '../rules/form/programme-file.js';
import { type Exporter, sha256Of, toldUnder } from './transmit-reports.js';

export interface TransmittedFile {
  name: string;
  mediaType: string;
  text: string;
}

/** The file that was sent, to the byte: made again from what the reports said then, and held against its hash. */
@Injectable()
export class RemakeTransmission {
  constructor(private readonly database: CaseDatabase) {}

  /** @throws NotFound, RuleBroken file-differs (409) */
  async run(actor: Exporter, transmissionId: string): Promise<TransmittedFile> {
    return this.database.read(actor, async (manager) => {
      const departmentId = actor.kind === 'department' ? actor.departmentId : null;
      const sent = await transmissionToRemake(manager, transmissionId, departmentId);
      if (!sent) throw new NotFound();
      const versions = (await profilesHere(manager)).versionsOf(sent.programme);
      const profile = versions.find(({ version }) => version === sent.profileVersion);
      const form = profile ? formOf(profile) : null;
      const filed = sent.reports.map(({ told, action }) => ({ report: toldUnder(told, sent.ori), action }));
      const text = form ? writeProgrammeFile(form, filed, sent.exportedAt).text : '';
      if (sha256Of(text) !== sent.sha256) throw fileDiffers(sent.sha256);
      const mediaType = sent.form === 'json' ? 'application/json' : 'text/csv';
      return { name: `${sent.programme}-${transmissionId}.${sent.form}`, mediaType, text };
    });
  }
}

function fileDiffers(sha256: string): RuleBroken {
  return new RuleBroken(
    'file-differs',
    `The programme's form is another by now: the file with SHA-256 ${sha256} is made again with the program that made it.`,
  );
}
