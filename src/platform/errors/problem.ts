import type { Fault } from './rule-broken.js';

/** RFC 9457, with `code` for programs, and `message` and `error` for clients that speak SODA. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  message: string;
  error: true;
  errors?: Fault[];
  details?: Readonly<Record<string, string>>;
  data?: Readonly<Record<string, unknown>>;
}
