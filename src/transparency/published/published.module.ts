import { Module } from '@nestjs/common';
import { AnswerRows } from './answer-rows.js';
import { DatasetController } from './dataset.controller.js';
import { PublishedFiles } from './published-files.js';
import { ReleaseCatalogue } from './release-catalogue.js';
import { ReleaseFileController } from './release-file.controller.js';
import { RowReader } from './row.reader.js';
import { RowsController } from './rows.controller.js';

/** The public plane. Everything in this folder reads through the public role, and knows no case. */
@Module({
  controllers: [DatasetController, RowsController, ReleaseFileController],
  providers: [ReleaseCatalogue, RowReader, AnswerRows, PublishedFiles],
  exports: [RowReader, ReleaseCatalogue],
})
export class PublishedModule {}
