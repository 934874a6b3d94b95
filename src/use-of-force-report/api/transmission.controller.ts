import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { Sends } from '../../platform/http/sends.js';
import { AcknowledgeTransmission } from '../actions/acknowledge-transmission.js';
import { RemakeTransmission } from '../actions/remake-transmission.js';
import { type Exporter, TransmitReports } from '../actions/transmit-reports.js';
import { TransmissionReader } from '../records/transmission.reader.js';
import { IdempotencyKey } from './idempotency-key.js';
import { AcknowledgementDto, ListTransmissionsDto, TransmitDto } from './transmission.dto.js';
import {
  AcknowledgedView,
  StaleReportsView,
  TransmissionPageView,
  TransmissionView,
  WholeTransmissionView,
} from './transmission.view.js';

/** What goes to the programmes in their own forms, what they answered, and what of it is not true any more. */
@ApiTags('use-of-force-report')
@Controller('api/v1/use-of-force-transmissions')
export class TransmissionController {
  constructor(
    private readonly transmissions: TransmissionReader,
    private readonly transmitReports: TransmitReports,
    private readonly remakeTransmission: RemakeTransmission,
    private readonly acknowledgeTransmission: AcknowledgeTransmission,
  ) {}

  /** Make a file of reports for a programme. Repeated with the same key and body, it is answered as the first time. */
  @Allow('use-of-force.transmit')
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'New for each new request; 8 to 200 characters' })
  @Post()
  async transmit(
    @CurrentActor() actor: Exporter,
    @IdempotencyKey() key: string,
    @Body() wanted: TransmitDto,
  ): Promise<TransmissionView> {
    return this.transmitReports.run(actor, wanted, key);
  }

  /** What was sent, the newest first; a department reads its own. */
  @Allow('use-of-force.read-transmissions')
  @Get()
  async list(
    @CurrentActor() actor: Exporter,
    @Query() { programme, departmentId, after, limit }: ListTransmissionsDto,
  ): Promise<TransmissionPageView> {
    return this.transmissions.list(actor, { programme, departmentId: whose(actor, departmentId), after, limit });
  }

  /** Reports that a programme has otherwise than they stand now: send them again. */
  @Allow('use-of-force.read-transmissions')
  @Get('stale')
  async stale(
    @CurrentActor() actor: Exporter,
    @Query() { programme, departmentId, after, limit }: ListTransmissionsDto,
  ): Promise<StaleReportsView> {
    return this.transmissions.stale(actor, { programme, departmentId: whose(actor, departmentId), after, limit });
  }

  /** One transmission with its reports and the programme's answers. */
  @Allow('use-of-force.read-transmissions')
  @Get(':transmissionId')
  async one(
    @CurrentActor() actor: Exporter,
    @Param('transmissionId', EXISTING_ID) id: string,
  ): Promise<WholeTransmissionView> {
    return this.transmissions.one(actor, id, whose(actor, undefined) ?? null);
  }

  /** The file as it was made, to the byte. */
  @Allow('use-of-force.read-transmissions')
  @Sends('application/json', 'text/csv')
  @Get(':transmissionId/file')
  async file(
    @CurrentActor() actor: Exporter,
    @Param('transmissionId', EXISTING_ID) id: string,
  ): Promise<StreamableFile> {
    const { name, mediaType, text } = await this.remakeTransmission.run(actor, id);
    return new StreamableFile(Buffer.from(text), { type: mediaType, disposition: `attachment; filename="${name}"` });
  }

  /** Record what the programme answered. */
  @Allow('use-of-force.transmit')
  @Post(':transmissionId/acknowledgements')
  async acknowledge(
    @CurrentActor() actor: Exporter,
    @Param('transmissionId', EXISTING_ID) id: string,
    @Body() { outcome, reference, errors = [] }: AcknowledgementDto,
  ): Promise<AcknowledgedView> {
    return this.acknowledgeTransmission.run(actor, id, { outcome, reference: reference ?? null, errors });
  }
}

/** A department's own, whatever it asks for. */
function whose(actor: Exporter, departmentId: string | undefined): string | undefined {
  return actor.kind === 'department' ? actor.departmentId : departmentId;
}
