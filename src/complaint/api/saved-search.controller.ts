import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { ChangeSearch } from '../actions/change-search.js';
import { DeleteSearch } from '../actions/delete-search.js';
import { SaveSearch } from '../actions/save-search.js';
import { SavedSearchReader } from '../records/saved-search.reader.js';
import { newSearch, SaveSearchDto } from './saved-search.dto.js';
import { SavedSearchesView, SearchSavedView } from './saved-search.view.js';

/** Questions that somebody asks again and again. */
@ApiTags('complaint')
@Controller('api/v1/saved-searches')
export class SavedSearchController {
  constructor(
    private readonly searches: SavedSearchReader,
    private readonly saveSearch: SaveSearch,
    private readonly changeSearch: ChangeSearch,
    private readonly deleteSearch: DeleteSearch,
  ) {}

  /** Yours by name, then those that others share. */
  @Allow('saved-search.use')
  @Get()
  async list(@CurrentActor() actor: ActorOf<'staff'>): Promise<SavedSearchesView> {
    return { items: await this.searches.of(actor) };
  }

  /** Save a search. What it finds now is known: alerts tell of what comes later. */
  @Allow('saved-search.use')
  @Post()
  async save(@CurrentActor() actor: ActorOf<'staff'>, @Body() search: SaveSearchDto): Promise<SearchSavedView> {
    return this.saveSearch.run(actor, newSearch(search));
  }

  /** Say anew what it asks and how often it tells. Its alerts begin anew. */
  @Allow('saved-search.use')
  @Put(':searchId')
  @HttpCode(204)
  async change(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('searchId', EXISTING_ID) searchId: string,
    @Body() search: SaveSearchDto,
  ): Promise<void> {
    await this.changeSearch.run(actor, searchId, newSearch(search));
  }

  /** Its alerts go with it. */
  @Allow('saved-search.use')
  @Delete(':searchId')
  @HttpCode(204)
  async remove(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('searchId', EXISTING_ID) searchId: string,
  ): Promise<void> {
    await this.deleteSearch.run(actor, searchId);
  }
}
