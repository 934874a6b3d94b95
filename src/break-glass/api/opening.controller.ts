import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, StepUp } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { DecideOnOpening } from '../actions/decide-on-opening.js';
import { ReviewOpening } from '../actions/review-opening.js';
import { OpeningReader } from '../records/opening.reader.js';
import { DecideOnOpeningDto, OpeningPageDto, ReviewOpeningDto } from './opening.dto.js';
import { OpeningDecidedView, OpeningDetailsView, OpeningPageView } from './opening.view.js';

/** Access to a case past one's role: answering for it. Openings of cases that you do not see yourself are not there. */
@ApiTags('break-glass')
@Controller('api/v1/break-glass')
export class OpeningController {
  constructor(
    private readonly openings: OpeningReader,
    private readonly decideOnOpening: DecideOnOpening,
    private readonly reviewOpening: ReviewOpening,
  ) {}

  /** Openings, asked, open and past, the latest first. */
  @Allow('glass.read')
  @Get()
  async list(@CurrentActor() actor: ActorOf<'staff'>, @Query() page: OpeningPageDto): Promise<OpeningPageView> {
    return this.openings.page(actor, page);
  }

  /** One with the reasons that were given, and each look into the case. */
  @Allow('glass.read')
  @Get(':openingId')
  async show(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('openingId', EXISTING_ID) openingId: string,
  ): Promise<OpeningDetailsView> {
    return this.openings.show(actor, openingId);
  }

  /** Open the case to who asked, or refuse it. It is open at once, for reading alone, and ends by itself. */
  @Allow('glass.decide')
  @StepUp()
  @Post(':openingId/decision')
  async decide(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('openingId', EXISTING_ID) openingId: string,
    @Body() decision: DecideOnOpeningDto,
  ): Promise<OpeningDecidedView> {
    return this.decideOnOpening.run(actor, openingId, decision);
  }

  /** When it is over: say whether it was right, as somebody who neither asked nor approved. */
  @Allow('glass.review')
  @Post(':openingId/review')
  @HttpCode(204)
  async review(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('openingId', EXISTING_ID) openingId: string,
    @Body() review: ReviewOpeningDto,
  ): Promise<void> {
    await this.reviewOpening.run(actor, openingId, review);
  }
}
