import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { AmendmentKind } from '../rules/amendment-kind.js';
import { ReportDto } from './report.dto.js';

/** Any JSON value; null: it was not told */
const ANY_VALUE = {
  oneOf: [
    { type: 'string' },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'object' },
    { type: 'array', items: {} },
  ],
  nullable: true,
};

export class FieldChangeView {
  /** JSON pointer into the report */
  path!: string;
  @ApiProperty(ANY_VALUE)
  before!: unknown;
  @ApiProperty(ANY_VALUE)
  after!: unknown;
}

export class AmendedView {
  status!: 'submitted' | 'withdrawn';
  version!: number;
  changes!: FieldChangeView[];
}

export class AmendmentView {
  kind!: AmendmentKind;
  reason!: string;
  /** ISO 8601 */
  amendedAt!: string;
}

export class WithdrawalView {
  reason!: string;
  /** ISO 8601 */
  amendedAt!: string;
}

export class ReportVersionView {
  /** Counting from 1, in the order told */
  number!: number;
  submittedAt!: Date;
  /** Null for the first, and for one that answered a return */
  amendment!: AmendmentView | null;
  /** When it was taken back after this telling */
  withdrawal!: WithdrawalView | null;
  /** Word for word */
  @ApiProperty({ allOf: [{ $ref: getSchemaPath(ReportDto) }] })
  report!: unknown;
}

export class ReportVersionsView {
  versions!: ReportVersionView[];
}

export class VersionDiffView {
  number!: number;
  /** Against the telling before; none for the first */
  changes!: FieldChangeView[];
}
