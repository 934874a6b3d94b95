import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { Actor } from '../../shared/actor.js';
import { AppointPanel } from '../actions/appoint-panel.js';
import { AppointPanelDto } from './panel.dto.js';
import { PanelView } from './panel.view.js';

/** The members who decide one case. */
@ApiTags('review-board')
@Controller('api/v1/complaints/:complaintId/panels')
export class PanelController {
  constructor(private readonly appointPanel: AppointPanel) {}

  /** Appoint a panel for the case, by name or by rotation. */
  @Allow('panel.appoint')
  @Post()
  async appoint(
    @CurrentActor() actor: Actor,
    @Param('complaintId') complaintId: string,
    @Body() panel: AppointPanelDto,
  ): Promise<PanelView> {
    return this.appointPanel.run(actor, complaintId, panel);
  }
}
