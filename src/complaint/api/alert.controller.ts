import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { ReadAlert } from '../actions/read-alert.js';
import { AlertReader } from '../records/alert.reader.js';
import { ComplaintListReader } from '../records/complaint-list.reader.js';
import { SavedSearchReader } from '../records/saved-search.reader.js';
import { cursorOf } from './list-complaints.dto.js';
import { ComplaintPageView } from './list-complaints.view.js';
import { ListAlertsDto, questionOf, RunSearchDto } from './saved-search.dto.js';
import { AlertPageView } from './saved-search.view.js';

/** What saved searches find. */
@ApiTags('complaint')
@Controller('api/v1')
export class AlertController {
  constructor(
    private readonly alerts: AlertReader,
    private readonly readAlert: ReadAlert,
    private readonly searches: SavedSearchReader,
    private readonly complaints: ComplaintListReader,
  ) {}

  /** What a saved search, yours or shared, finds now. `me` in it is whoever asks. */
  @Allow('saved-search.use')
  @Get('saved-searches/:searchId/complaints')
  async find(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('searchId', EXISTING_ID) searchId: string,
    @Query() { limit, after }: RunSearchDto,
  ): Promise<ComplaintPageView> {
    const { filter, sort } = questionOf(await this.searches.one(actor, searchId));
    const from = after === undefined ? null : cursorOf(after, sort);
    return this.complaints.page(actor, { filter, sort, limit, after: from });
  }

  /** What your saved searches found that they had not found before, newest first. A case that is hidden from you is not counted. */
  @Allow('saved-search.use')
  @Get('alerts')
  async list(@CurrentActor() actor: ActorOf<'staff'>, @Query() page: ListAlertsDto): Promise<AlertPageView> {
    return this.alerts.page(actor, page);
  }

  /** You have read this alert. */
  @Allow('saved-search.use')
  @Post('alerts/:alertId/read')
  @HttpCode(204)
  async read(@CurrentActor() actor: ActorOf<'staff'>, @Param('alertId', EXISTING_ID) alertId: string): Promise<void> {
    await this.readAlert.run(actor, alertId);
  }
}
