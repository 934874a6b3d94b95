import { Injectable } from '@nestjs/common';
import { type Logger as Pino, pino } from 'pino';

/** The only things a log line may hold. No address, no user agent, no body, no query: they could name a complainant. */
export interface LogFields {
  requestId?: string;
  method?: string;
  /** The route's pattern, `/api/v1/complaints/:complaintId`, never the address that was asked for */
  route?: string;
  status?: number;
  milliseconds?: number;
  errorName?: string;
  errorCode?: string;
  frames?: string[];
  job?: string;
  jobId?: string;
}

@Injectable()
export class Logger {
  private readonly pino: Pino;

  constructor(level: string) {
    this.pino = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  }

  info(event: string, fields: LogFields = {}): void {
    this.pino.info(allowed(fields), event);
  }

  warn(event: string, fields: LogFields = {}): void {
    this.pino.warn(allowed(fields), event);
  }

  /** An error's message may quote a value (PostgreSQL's do), so only its name, its code and the frames are kept. */
  failure(event: string, error: unknown, fields: LogFields = {}): void {
    const known = error instanceof Error ? error : new Error('not an error');
    const code = (known as { code?: unknown }).code;
    const frames = (known.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim());
    this.pino.error(
      allowed({ ...fields, errorName: known.name, ...(typeof code === 'string' ? { errorCode: code } : {}), frames }),
      event,
    );
  }
}

function allowed(fields: LogFields): LogFields {
  const { requestId, method, route, status, milliseconds, errorName, errorCode, frames, job, jobId } = fields;
  return { requestId, method, route, status, milliseconds, errorName, errorCode, frames, job, jobId } as LogFields;
}
