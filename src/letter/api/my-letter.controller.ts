import { Controller, Get } from '@nestjs/common';
import { ApiHeader, ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { LetterReader } from '../records/letter.reader.js';
import { myLettersView, MyLettersView } from './letter.view.js';

/** For who holds a receipt: the letters that lie in the portal for them. That they were opened is not recorded. */
@ApiTags('letter')
@ApiParam({ name: 'jurisdiction', schema: { type: 'string' } })
@ApiHeader({ name: 'Redress-Receipt', required: true, description: 'The receipt code' })
@Controller('api/v1/jurisdictions/:jurisdiction/my-complaint/letters')
export class MyLetterController {
  constructor(private readonly letters: LetterReader) {}

  /** The letters to you, with their words. */
  @Allow('complaint.follow')
  @Get()
  async list(@CurrentActor() actor: ActorOf<'complainant'>): Promise<MyLettersView> {
    return myLettersView(await this.letters.inPortal(actor));
  }
}
