import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { Sends } from '../../platform/http/sends.js';
import type { ActorOf } from '../../shared/actor.js';
import { ReadLetter } from '../actions/read-letter.js';
import { letterPdf } from './letter.pdf.js';
import { LetterView } from './letter.view.js';

/** One letter, word for word as it was written. Who reads it reads a name: the history says so. */
@ApiTags('letter')
@Controller('api/v1/complaints/:complaintId/letters/:letterId')
export class LetterContentController {
  constructor(private readonly readLetter: ReadLetter) {}

  /** A letter of the case, word by word, and where it stands. */
  @Allow('letter.read')
  @Get()
  async show(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('letterId', EXISTING_ID) letterId: string,
  ): Promise<LetterView> {
    return this.readLetter.run(actor, complaintId, letterId);
  }

  /** The same as PDF, on the agency's paper. */
  @Allow('letter.read')
  @Sends('application/pdf')
  @Get('pdf')
  async pdf(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('letterId', EXISTING_ID) letterId: string,
  ): Promise<StreamableFile> {
    const bytes = await letterPdf(await this.readLetter.run(actor, complaintId, letterId));
    return new StreamableFile(Readable.from(bytes), { type: 'application/pdf', disposition: 'inline' });
  }
}
