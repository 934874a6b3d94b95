import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { AskForOpening } from '../actions/ask-for-opening.js';
import { EndOpening } from '../actions/end-opening.js';
import { OwnOpeningReader } from '../records/own-opening.reader.js';
import { AskForOpeningDto } from './opening.dto.js';
import { OpeningAskedView, OwnOpeningsView } from './opening.view.js';

/** Access to a case past one's role: asking for it. */
@ApiTags('break-glass')
@Controller('api/v1/break-glass')
export class AskedOpeningController {
  constructor(
    private readonly askForOpening: AskForOpening,
    private readonly endOpening: EndOpening,
    private readonly openings: OwnOpeningReader,
  ) {}

  /**
   * Ask for a case past your role, for some hours, with a reason; another person approves. The answer is the same whether or
   * not there is such a case. No opening goes past a recusal: then ask another person.
   */
  @Allow('glass.ask')
  @Post()
  async ask(@CurrentActor() actor: ActorOf<'staff'>, @Body() asked: AskForOpeningDto): Promise<OpeningAskedView> {
    return this.askForOpening.run(actor, asked);
  }

  /** What you asked for, the latest first; the id of each case that is open to you now. */
  @Allow('glass.ask')
  @Get('mine')
  async mine(@CurrentActor() actor: ActorOf<'staff'>): Promise<OwnOpeningsView> {
    return { items: await this.openings.of(actor) };
  }

  /** End an opening before its hours are over: yours, one that you approved, or any as a director. Or take your ask back. */
  @Allow('glass.end')
  @Post(':openingId/end')
  @HttpCode(204)
  async end(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('openingId', EXISTING_ID) openingId: string,
  ): Promise<void> {
    await this.endOpening.run(actor, openingId);
  }
}
