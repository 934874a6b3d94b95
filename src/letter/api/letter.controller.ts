import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { PreviewLetter } from '../actions/preview-letter.js';
import { RecordDelivery } from '../actions/record-delivery.js';
import { WriteLetter } from '../actions/write-letter.js';
import { LetterReader } from '../records/letter.reader.js';
import { RecordDeliveryDto, WriteLetterDto } from './letter.dto.js';
import { LetterPreviewView, LettersView, LetterWrittenView } from './letter.view.js';

/** The letters of a case, from the charter's templates. */
@ApiTags('letter')
@Controller('api/v1/complaints/:complaintId/letters')
export class LetterController {
  constructor(
    private readonly letters: LetterReader,
    private readonly previewLetter: PreviewLetter,
    private readonly writeLetter: WriteLetter,
    private readonly recordDelivery: RecordDelivery,
  ) {}

  /** What was written to whom, and what became of it. */
  @Allow('letter.read')
  @Get()
  async list(@CurrentActor() actor: ActorOf<'staff'>, @Param('complaintId') complaintId: string): Promise<LettersView> {
    return { items: await this.letters.ofCase(actor, complaintId) };
  }

  /** A letter as it would be written now. Nothing is kept but that you looked. */
  @Allow('letter.write')
  @Post('preview')
  @HttpCode(200)
  async preview(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() letter: WriteLetterDto,
  ): Promise<LetterPreviewView> {
    return this.previewLetter.run(actor, complaintId, letter);
  }

  /** Write a letter: its words are kept, sealed, and never change. */
  @Allow('letter.write')
  @Post()
  async write(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() letter: WriteLetterDto,
  ): Promise<LetterWrittenView> {
    return this.writeLetter.run(actor, complaintId, letter);
  }

  /** Record that it was sent, arrived, came back or was discarded. An acknowledgement that is sent stops its clock. */
  @Allow('letter.write')
  @Post(':letterId/delivery')
  @HttpCode(204)
  async deliver(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('letterId', EXISTING_ID) letterId: string,
    @Body() delivery: RecordDeliveryDto,
  ): Promise<void> {
    await this.recordDelivery.run(actor, complaintId, letterId, delivery);
  }
}
