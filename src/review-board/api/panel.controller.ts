import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { Actor } from '../../shared/actor.js';
import { AppointPanel } from '../actions/appoint-panel.js';
import { RedrawPanel } from '../actions/redraw-panel.js';
import { AppointPanelDto } from './panel.dto.js';
import { PanelDrawView, PanelView } from './panel.view.js';

/** The members who decide one case. */
@ApiTags('review-board')
@Controller('api/v1/complaints/:complaintId/panels')
export class PanelController {
  constructor(
    private readonly appointPanel: AppointPanel,
    private readonly redrawPanel: RedrawPanel,
  ) {}

  /** Appoint a panel for the case: by name, by rotation, or by a random draw whose seed is recorded. */
  @Allow('panel.appoint')
  @Post()
  async appoint(
    @CurrentActor() actor: Actor,
    @Param('complaintId') complaintId: string,
    @Body() panel: AppointPanelDto,
  ): Promise<PanelView> {
    return this.appointPanel.run(actor, complaintId, panel);
  }

  /** How the panel came about, and the draw repeated: a random one is the first of the pool by SHA-256 of `seed:member`. */
  @Allow('panel.check-draw')
  @Get(':panelId/draw')
  async draw(
    @CurrentActor() actor: Actor,
    @Param('complaintId') complaintId: string,
    @Param('panelId', EXISTING_ID) panelId: string,
  ): Promise<PanelDrawView> {
    return this.redrawPanel.run(actor, complaintId, panelId);
  }
}
