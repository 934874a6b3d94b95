import { Injectable } from '@nestjs/common';
import { FileComplaint, type FileComplaintDto } from '../../complaint/index.js';
import { AddFile } from '../../evidence/index.js';
import { ReceiptHolderReader } from '../../identity/index.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import type { SentFile } from '../forms/received-form.js';

type WhyRefused = 'fileEmpty' | 'fileType' | 'fileLarge' | 'fileName' | 'fileBroken' | 'fileHides' | 'fileFailed';

/** What became of a file that came with the form: its hash, or why it was not taken. */
export type FileOutcome = { sha256: string } | { sha256: null; refused: WhyRefused };

export interface FiledFromForm {
  caseNumber: string;
  receiptCode: string;
  files: FileOutcome[];
}

/**
 * Somebody sends the complaint form. The complaint is filed first, as by the API and by the same action; then its files are
 * taken in one by one. A file that is not taken costs nobody their complaint: the receipt says which it was, and why.
 */
@Injectable()
export class FileFromForm {
  constructor(
    private readonly database: CaseDatabase,
    private readonly fileComplaint: FileComplaint,
    private readonly holders: ReceiptHolderReader,
    private readonly addFile: AddFile,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422) */
  async run(
    slug: string,
    complaint: FileComplaintDto,
    files: AsyncIterable<SentFile>,
    fileTitle: string,
  ): Promise<FiledFromForm> {
    const jurisdiction = await this.database.jurisdictionBySlug(slug);
    if (!jurisdiction) throw new NotFound();
    const actor = { kind: 'public' as const, jurisdictionId: jurisdiction.id };
    const { caseNumber, receiptCode } = await this.fileComplaint.run(actor, complaint);
    const holder = await this.holders.of(slug, receiptCode);
    const outcomes: FileOutcome[] = [];
    try {
      for await (const file of files)
        if (holder) outcomes.push(await this.take(holder, { ...file, title: `${fileTitle}, ${outcomes.length + 1}` }));
    } catch {
      // The form broke off. The complaint is there: who sent it must have the receipt all the same.
      outcomes.push({ sha256: null, refused: 'fileFailed' });
    }
    return { caseNumber, receiptCode, files: outcomes };
  }

  private async take(holder: ActorOf<'complainant'>, file: SentFile & { title: string }): Promise<FileOutcome> {
    try {
      const { sha256 } = await this.addFile.run(holder, holder.complaintId, { original: false, ...file });
      return { sha256 };
    } catch (error) {
      return { sha256: null, refused: whyRefused(error) };
    }
  }
}

const REFUSALS: Readonly<Record<string, WhyRefused>> = {
  'empty-file': 'fileEmpty',
  'type-not-taken': 'fileType',
  'markup-in-text': 'fileType',
  'text-unreadable': 'fileType',
  'file-too-large': 'fileLarge',
  'picture-too-large': 'fileLarge',
  'archive-too-much': 'fileLarge',
  'name-disagrees': 'fileName',
  'declared-type-disagrees': 'fileName',
  'archive-broken': 'fileBroken',
  'archive-locked': 'fileBroken',
  'picture-unreadable': 'fileBroken',
  'archive-unsafe': 'fileHides',
  'hides-another-file': 'fileHides',
};

/** What we did not foresee is no reason to keep the receipt from somebody whose complaint is there. */
function whyRefused(error: unknown): WhyRefused {
  return (error instanceof RuleBroken ? REFUSALS[error.code] : undefined) ?? 'fileFailed';
}
