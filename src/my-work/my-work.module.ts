import { Module } from '@nestjs/common';
import { MyWorkController } from './api/my-work.controller.js';
import { MyWorkReader } from './records/my-work.reader.js';

@Module({ controllers: [MyWorkController], providers: [MyWorkReader] })
export class MyWorkModule {}
