import { Module } from '@nestjs/common';
import { PublishedModule } from '../published.module.js';
import { AnswerQuestion } from './answer-question.js';
import { DatasetDescriptions } from './dataset-descriptions.js';
import { DatasetFinder } from './dataset-finder.js';
import { ResourceAnswers } from './resource-answers.js';
import { ResourceController } from './resource.controller.js';
import { ViewsController } from './views.controller.js';

/** The public plane for clients that speak SODA 2.1. */
@Module({
  imports: [PublishedModule],
  controllers: [ResourceController, ViewsController],
  providers: [DatasetFinder, DatasetDescriptions, AnswerQuestion, ResourceAnswers],
  exports: [AnswerQuestion],
})
export class SodaModule {}
