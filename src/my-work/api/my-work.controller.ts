import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { MyWorkReader } from '../records/my-work.reader.js';
import { MyWorkView } from './my-work.view.js';

/** Where somebody's day begins. */
@ApiTags('my-work')
@Controller('api/v1/my-work')
export class MyWorkController {
  constructor(private readonly work: MyWorkReader) {}

  /**
   * Your open cases with what runs out next, your tasks, what complainants wrote that you have not read, alarms, and what
   * waits for your decision. All overdue cases: `/complaints?overdue=true&sort=due`; who has how much: `/caseload`.
   */
  @Allow('work.read')
  @Get()
  async show(@CurrentActor() actor: ActorOf<'staff'>): Promise<MyWorkView> {
    return this.work.of(actor);
  }
}
