import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { Clock } from '../../platform/clock.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseloadReader } from '../records/caseload.reader.js';
import { CaseloadView } from './caseload.view.js';

/** How the work is spread. */
@ApiTags('complaint')
@Controller('api/v1/caseload')
export class CaseloadController {
  constructor(
    private readonly caseload: CaseloadReader,
    private readonly clock: Clock,
  ) {}

  /** Open cases by who works on them: how many, how old, how many overdue. Those of nobody have no `staffId`. */
  @Allow('complaint.read-caseload')
  @Get()
  async show(@CurrentActor() actor: ActorOf<'staff'>): Promise<CaseloadView> {
    return this.caseload.now(actor, this.clock.now());
  }
}
