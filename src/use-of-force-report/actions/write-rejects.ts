import { Injectable } from '@nestjs/common';
import { MasterKey } from '../../platform/crypto/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { type StoredReject, SubmissionReader } from '../records/submission.reader.js';
import { openSent, type SealedFor } from './reject-keeper.js';

const AT_ONCE = 200;

export interface RejectsFile {
  mediaType: string;
  fileName: string;
  text: AsyncGenerator<string>;
}

/**
 * What of a submission was rejected, as a file to be mended and sent again: of a table its own columns and one more that says
 * what is wrong; of everything else a JSON object a line with the record as it came.
 */
@Injectable()
export class WriteRejects {
  constructor(
    private readonly submissions: SubmissionReader,
    private readonly masterKey: MasterKey,
  ) {}

  /** @throws NotFound */
  async run(actor: ActorOf<'department'>, id: string): Promise<RejectsFile> {
    const { format } = await this.submissions.one(actor, id);
    const whose = { jurisdictionId: actor.jurisdictionId, submissionId: id };
    if (format !== 'csv') {
      const text = this.pages(actor, whose, (reject, sent) => jsonLine(reject, sent));
      return { mediaType: 'application/x-ndjson', fileName: `rejects-${id}.ndjson`, text };
    }
    const sealed = await this.submissions.headerCipher(actor, id);
    const header = sealed ? openSent(this.masterKey, whose, 'header', sealed).toString() : '';
    const text = this.pages(actor, whose, csvLines, `${header},redress_errors\n`);
    return { mediaType: 'text/csv; charset=utf-8', fileName: `rejects-${id}.csv`, text };
  }

  private async *pages(
    actor: ActorOf<'department'>,
    whose: SealedFor,
    write: (reject: StoredReject, sent: string | null) => string,
    before = '',
  ): AsyncGenerator<string> {
    if (before !== '') yield before;
    let rejects: StoredReject[];
    let after = 0;
    do {
      rejects = await this.submissions.rejects(actor, whose.submissionId, after, AT_ONCE);
      after = rejects.at(-1)?.place ?? after;
      const lines = rejects.map((reject) => {
        const { place, sentCipher } = reject;
        const sent = sentCipher && openSent(this.masterKey, whose, String(place), sentCipher).toString();
        return write(reject, sent);
      });
      yield lines.join('');
    } while (rejects.length === AT_ONCE);
  }
}

/** `sent` is text: what could not be read as JSON is there as it came. */
function jsonLine({ place, reportNumber, faults }: StoredReject, sent: string | null): string {
  return `${JSON.stringify({ record: place, reportNumber, faults, sent })}\n`;
}

function csvLines({ place, faults }: StoredReject, sent: string | null): string {
  const said = faults.map(({ path, code, message }) => `${path || '/'} ${code}: ${message}`).join(' | ');
  const cell = `"${said.replaceAll('"', '""')}"`;
  if (sent === null) return `,"line ${place}: ${said.replaceAll('"', '""')}"\n`;
  // A group's rows each stand on a line of their own; the faults are told beside the first.
  const [first = '', ...others] = rowsOf(sent);
  return [`${first},${cell}`, ...others.map((row) => `${row},`)].map((row) => `${row}\n`).join('');
}

/** Line ends inside of quotation marks do not part rows. */
function rowsOf(sent: string): string[] {
  const rows: string[] = [];
  for (const line of sent.split('\n')) {
    const last = rows.at(-1);
    if (last !== undefined && (last.split('"').length - 1) % 2 === 1) rows[rows.length - 1] = `${last}\n${line}`;
    else rows.push(line);
  }
  return rows;
}
