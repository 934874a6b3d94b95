import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { AddFile } from '../actions/add-file.js';
import { AddThing } from '../actions/add-thing.js';
import { HandOver } from '../actions/hand-over.js';
import { EvidenceReader } from '../records/evidence.reader.js';
import { AddThingDto, HandOverDto } from './evidence.dto.js';
import { AddedEvidenceView, AddedFileView, EvidenceListView } from './evidence.view.js';
import { receivedPart } from './received-part.js';

const text = { type: 'string' };
const FORM_FIELDS = {
  title: text,
  original: { type: 'boolean' },
  collectedOn: { type: 'string', format: 'date' },
  ...{ collectedBy: text, collectedFrom: text, collectedAt: text },
  file: { type: 'string', format: 'binary' },
};

/** The evidence of a case: what there is, and who has it. */
@ApiTags('evidence')
@Controller('api/v1/complaints/:complaintId/evidence')
export class EvidenceController {
  constructor(
    private readonly evidence: EvidenceReader,
    private readonly addFile: AddFile,
    private readonly addThing: AddThing,
    private readonly handOver: HandOver,
  ) {}

  /** The register: every item, its hash at receipt, and through whose hands it went. */
  @Allow('evidence.read')
  @Get()
  async list(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
  ): Promise<EvidenceListView> {
    return { items: await this.evidence.ofCase(actor, complaintId) };
  }

  /** Add a file. Fields first (`title`, `original`, `collectedOn`, …), the part `file` last; it may be large. */
  @Allow('evidence.add')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['title', 'file'], properties: FORM_FIELDS } })
  @Post('files')
  async file(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Req() request: FastifyRequest,
  ): Promise<AddedFileView> {
    return this.addFile.run(actor, complaintId, await receivedPart(request));
  }

  /** Add a thing that can be touched. */
  @Allow('evidence.add')
  @Post('things')
  async thing(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() thing: AddThingDto,
  ): Promise<AddedEvidenceView> {
    return this.addThing.run(actor, complaintId, thing);
  }

  /** Hand an item on: from whoever has it to the next. */
  @Allow('evidence.transfer')
  @Post(':evidenceId/transfers')
  @HttpCode(204)
  async transfer(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('evidenceId', EXISTING_ID) evidenceId: string,
    @Body() transfer: HandOverDto,
  ): Promise<void> {
    await this.handOver.run(actor, complaintId, evidenceId, transfer);
  }
}
