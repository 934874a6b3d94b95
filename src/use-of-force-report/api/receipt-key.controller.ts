import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../identity/index.js';
import { ReadReceiptKeys } from '../actions/read-receipt-keys.js';
import { ReceiptKeyListView } from './receipt-key.view.js';

/** By what receipts are checked. Public: a receipt is for whoever doubts it. */
@ApiTags('use-of-force-report')
@Controller('api/v1/jurisdictions/:jurisdiction/receipt-keys')
export class ReceiptKeyController {
  constructor(private readonly receiptKeys: ReadReceiptKeys) {}

  /** The public keys of a place's receipts; the first is the one that is used now. */
  @Public()
  @Get()
  async list(@Param('jurisdiction') slug: string): Promise<ReceiptKeyListView> {
    return { keys: await this.receiptKeys.run(slug) };
  }
}
