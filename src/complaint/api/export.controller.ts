import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { Allow, CurrentActor, StepUp } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { Sends } from '../../platform/http/sends.js';
import type { ActorOf } from '../../shared/actor.js';
import { ExportList } from '../actions/export-list.js';
import type { ListedComplaint } from '../records/complaint-list.reader.js';
import { SavedSearchReader } from '../records/saved-search.reader.js';
import { caseListCsv } from './case-list.csv.js';
import { ExportListDto, listFilter } from './list-complaints.dto.js';
import { questionOf } from './saved-search.dto.js';

/** Lists as files. */
@ApiTags('complaint')
@Controller('api/v1')
export class ExportController {
  constructor(
    private readonly exportList: ExportList,
    private readonly searches: SavedSearchReader,
  ) {}

  /** A list of cases, all of it, as CSV. That you took it is on record. */
  @Allow('complaint.export')
  @StepUp()
  @Sends('text/csv')
  @Get('complaints.csv')
  async list(@CurrentActor() actor: ActorOf<'staff'>, @Query() query: ExportListDto): Promise<StreamableFile> {
    const { sort, ...filter } = query;
    return asFile(await this.exportList.run(actor, { sort, filter: listFilter(filter) }));
  }

  /** What a saved search of yours finds, all of it, as CSV. */
  @Allow('saved-search.use')
  @StepUp()
  @Sends('text/csv')
  @Get('saved-searches/:searchId/complaints.csv')
  async search(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('searchId', EXISTING_ID) searchId: string,
  ): Promise<StreamableFile> {
    const search = await this.searches.one(actor, searchId);
    return asFile(await this.exportList.run(actor, questionOf(search), searchId));
  }
}

function asFile(pages: AsyncIterable<ListedComplaint[]>): StreamableFile {
  const disposition = 'attachment; filename="cases.csv"';
  // One page waits at most: a reader who is slow does not have the next one asked for.
  const text = Readable.from(caseListCsv(pages), { highWaterMark: 1 });
  return new StreamableFile(text, { type: 'text/csv; charset=utf-8; header=present', disposition });
}
