export class FaultView {
  /** JSON pointer to the place in what was sent */
  path!: string;
  code!: string;
  /** What is wrong, and what would do */
  message!: string;
}

/** Every "no" (RFC 9457), with `message` and `error` for clients that speak SODA. */
export class ProblemView {
  /** Where the code is explained */
  type!: string;
  title!: string;
  status!: number;
  /** For people: what was wrong, where, how to mend it */
  detail!: string;
  /** Stable: programs may go by it */
  code!: string;
  message!: string;
  error!: boolean;
  /** To quote in a report */
  id!: string;
  /** Each thing that is wrong, where several may be */
  errors?: FaultView[];
  /** What a program may go on with */
  details?: Record<string, string>;
  /** What clients that speak SODA look for */
  data?: Record<string, unknown>;
}
