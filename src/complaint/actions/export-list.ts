import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { ComplaintListReader, type ListedComplaint } from '../records/complaint-list.reader.js';
import type { SavedQuestion } from '../rules/saved-search.js';

/** What somebody typed in freely. That it was asked for is recorded; what it was is not. */
const FREELY_TYPED: readonly string[] = ['district', 'numberBegins'];

/** Somebody takes a list away as a file. That they did is on record before the first row leaves. */
@Injectable()
export class ExportList {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly complaints: ComplaintListReader,
  ) {}

  /**
   * `searchId`: the saved search that asks. Rows come a page at a time; what is hidden meanwhile is not among them. The first is
   * there before anything is answered, so that a question that cannot be asked is refused and no file breaks off.
   */
  async run(
    actor: ActorOf<'staff'>,
    question: SavedQuestion,
    searchId: string | null = null,
  ): Promise<AsyncIterable<ListedComplaint[]>> {
    const subject = searchId === null ? { kind: 'case_list', id: newId() } : { kind: 'saved_search', id: searchId };
    const filters = Object.entries(question.filter).map(([name, value]) =>
      FREELY_TYPED.includes(name) ? name : `${name}=${String(value)}`,
    );
    const details = { sort: question.sort, filters };
    const pages = await begun(this.complaints.pages(actor, question));
    await this.database.transaction(actor, (manager) =>
      recordHistory(manager, { actor, action: 'complaint.export', subject, details, at: this.clock.now() }),
    );
    return pages;
  }
}

/** The same pages, of which the first is there. */
async function begun<Page>(pages: AsyncIterable<Page>): Promise<AsyncIterable<Page>> {
  const rest = pages[Symbol.asyncIterator]();
  const first = await rest.next();
  return (async function* () {
    try {
      for (let page = first; page.done !== true; page = await rest.next()) yield page.value;
    } finally {
      await rest.return?.();
    }
  })();
}
