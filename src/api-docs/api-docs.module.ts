import { Module } from '@nestjs/common';
import { ApiDocsController } from './api-docs.controller.js';
import { ApiReference } from './api-reference.js';

@Module({ controllers: [ApiDocsController], providers: [ApiReference] })
export class ApiDocsModule {}
