import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { PageDto } from '../../platform/http/page.dto.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { CancelAudit } from '../actions/cancel-audit.js';
import { DrawSample } from '../actions/draw-sample.js';
import { PlanAudit } from '../actions/plan-audit.js';
import { AuditReader } from '../records/audit.reader.js';
import type { AuditClass } from '../rules/audit-plan.js';
import { type AuditClassDto, PlanAuditDto } from './audit.dto.js';
import { AuditPlannedView, AuditsView, AuditView, SampleDrawnView } from './audit.view.js';

/** Audits of internal affairs: which files, and what the reviewers say of them. */
@ApiTags('audits of internal affairs')
@Controller('api/v1/affairs-audits')
export class AuditController {
  constructor(
    private readonly planAudit: PlanAudit,
    private readonly drawSample: DrawSample,
    private readonly cancelAudit: CancelAudit,
    private readonly audits: AuditReader,
  ) {}

  /** Plan an audit; its files are put on record before there is a seed. */
  @Allow('affairs-audit.plan')
  @Post()
  async plan(@CurrentActor() actor: ActorOf<'staff'>, @Body() planned: PlanAuditDto): Promise<AuditPlannedView> {
    const { sampleSize = null, references = null, class: chosen, ...plan } = planned;
    return this.planAudit.run(actor, { ...plan, sampleSize, references, class: narrowedBy(chosen) });
  }

  /** All audits, the latest first. */
  @Allow('affairs-audit.read')
  @Get()
  async list(@CurrentActor() actor: ActorOf<'staff'>, @Query() page: PageDto): Promise<AuditsView> {
    return { items: await this.audits.list(actor, page) };
  }

  /** One with its drawn files, their reviews, and what the department answered. */
  @Allow('affairs-audit.read')
  @Get(':auditId')
  async show(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('auditId', EXISTING_ID) auditId: string,
  ): Promise<AuditView> {
    return this.audits.show(actor, auditId);
  }

  /** Draw the sample: once, by a seed that is made now and kept. */
  @Allow('affairs-audit.plan')
  @Post(':auditId/draw')
  async draw(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('auditId', EXISTING_ID) auditId: string,
  ): Promise<SampleDrawnView> {
    return this.drawSample.run(actor, auditId);
  }

  /** Give the audit up; what was drawn stays on record. */
  @Allow('affairs-audit.plan')
  @Post(':auditId/cancellation')
  @HttpCode(204)
  async cancel(@CurrentActor() actor: ActorOf<'staff'>, @Param('auditId', EXISTING_ID) auditId: string): Promise<void> {
    await this.cancelAudit.run(actor, auditId);
  }
}

/** What is not said narrows nothing down. */
function narrowedBy(chosen: AuditClassDto | undefined): AuditClass {
  const { allegations = [], allegationGroups = [], classifications = [], findings = [] } = chosen ?? {};
  return { allegations, allegationGroups, classifications, findings };
}
