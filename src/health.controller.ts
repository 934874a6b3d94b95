import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { HealthView } from './health.view.js';
import { Public } from './identity/index.js';
import { PublishedDatabase } from './platform/postgres/published-database.js';

/** For whoever watches over the process. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly cases: DataSource,
    private readonly published: PublishedDatabase,
  ) {}

  /** Does the process answer? */
  @Public()
  @Get('live')
  live(): HealthView {
    return { ok: true };
  }

  /** Do both databases answer? 503 when not. */
  @Public()
  @Get('ready')
  async ready(): Promise<HealthView> {
    await Promise.all([this.cases.query('SELECT 1'), this.published.query('SELECT 1')]);
    return { ok: true };
  }
}
