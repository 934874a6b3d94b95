import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import type { ActorOf } from '../../shared/actor.js';
import { PutMapping } from '../actions/put-mapping.js';
import { MappingReader } from '../records/mapping.reader.js';
import { MappingListView, MappingView } from './mapping.view.js';

type Department = ActorOf<'department'>;

/** How a department's own columns and words become a report's. */
@ApiTags('use-of-force-report')
@Controller('api/v1/use-of-force-mappings')
export class MappingController {
  constructor(
    private readonly putMapping: PutMapping,
    private readonly mappings: MappingReader,
  ) {}

  /** Your mappings, each in its newest version. */
  @Allow('use-of-force.map')
  @Get()
  async list(@CurrentActor() actor: Department): Promise<MappingListView> {
    return { mappings: await this.mappings.list(actor) };
  }

  /** One of your mappings in its newest version. */
  @Allow('use-of-force.map')
  @Get(':name')
  async one(@CurrentActor() actor: Department, @Param('name') name: string): Promise<MappingView> {
    const found = await this.mappings.one(actor, name);
    if (!found) throw new NotFound();
    return found;
  }

  /** Say how a table of yours is to be read (docs/use-of-force-mappings.md). A changed mapping is a new version. */
  @Allow('use-of-force.map')
  @ApiBody({ schema: { type: 'object' } })
  @Put(':name')
  async put(
    @CurrentActor() actor: Department,
    @Param('name') name: string,
    @Body() document: unknown,
  ): Promise<MappingView> {
    return this.putMapping.run(actor, name, document);
  }
}
