import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Answered } from './answer-judge.js';

export interface SentCall {
  method: string;
  url: string;
  headers: Record<string, string>;
  payload: string | undefined;
}

/** Sends it to the server within this process. A connection that breaks off is told as the status 599, which none has. */
export async function sendCall(
  app: NestFastifyApplication,
  { method, url, headers, payload }: SentCall,
): Promise<Answered> {
  try {
    const answer = await app.inject({
      method: method.toUpperCase() as 'GET',
      url,
      headers: { ...headers, ...(payload === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(payload === undefined ? {} : { payload }),
    });
    return {
      status: answer.statusCode,
      contentType: answer.headers['content-type'] ?? '',
      text: answer.payload,
    };
  } catch (error) {
    return { status: 599, contentType: '', text: String(error) };
  }
}
