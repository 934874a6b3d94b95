import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { DeadlineReader } from '../records/deadline.reader.js';
import { ListDeadlinesDto } from './deadline.dto.js';
import { DeadlinePageView, DeadlinesView } from './deadline.view.js';

/** When must what be done? */
@ApiTags('deadline')
@Controller('api/v1')
export class DeadlineController {
  constructor(private readonly deadlines: DeadlineReader) {}

  /** The clocks of a case, each with every step of the arithmetic that led to its due day. */
  @Allow('complaint.read')
  @Get('complaints/:complaintId/deadlines')
  async ofCase(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
  ): Promise<DeadlinesView> {
    return { items: await this.deadlines.ofCase(actor, complaintId) };
  }

  /** Open clocks of all cases, what is due first first. */
  @Allow('deadline.list')
  @Get('deadlines')
  async page(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Query() { state = null, dueBy = null, limit, after }: ListDeadlinesDto,
  ): Promise<DeadlinePageView> {
    const [day = '', id = '', rule = ''] = after?.split('~') ?? [];
    const from = after === undefined ? null : ([day, id, rule] as const);
    const rows = await this.deadlines.page(actor, { state, dueBy, after: from, limit: limit + 1 });
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { items, next: last ? `${last.dueOn}~${last.complaintId}~${last.rule}` : null };
  }
}
