import { Module } from '@nestjs/common';
import { VaultModule } from '../vault/index.js';
import { ComposeLetter } from './actions/compose-letter.js';
import { PreviewLetter } from './actions/preview-letter.js';
import { ReadLetter } from './actions/read-letter.js';
import { RecordDelivery } from './actions/record-delivery.js';
import { WriteLetter } from './actions/write-letter.js';
import { LetterContentController } from './api/letter-content.controller.js';
import { LetterController } from './api/letter.controller.js';
import { MyLetterController } from './api/my-letter.controller.js';
import { LetterReader } from './records/letter.reader.js';

@Module({
  imports: [VaultModule],
  controllers: [LetterController, LetterContentController, MyLetterController],
  providers: [ComposeLetter, PreviewLetter, WriteLetter, ReadLetter, RecordDelivery, LetterReader],
  exports: [LetterReader],
})
export class LetterModule {}
