// What the server says when it refuses, as it says it.
export interface Fault {
  code: string;
  path: string;
  message: string;
  details?: Record<string, unknown>;
}

export interface ProblemDocument {
  code: string;
  detail: string;
  status: number;
  path?: string;
  errors?: Fault[];
  details?: Record<string, unknown>;
  trace_id?: string;
}

export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly errors: Fault[];
  readonly details: Record<string, unknown>;
  readonly trace: string | undefined;

  constructor(told: ProblemDocument) {
    super(told.detail);
    this.code = told.code;
    this.status = told.status;
    this.errors = told.errors ?? [];
    this.details = told.details ?? {};
    this.trace = told.trace_id;
  }

  /** What is wrong at a field, if anything is: `/name`, or a part of it. */
  at(path: string): string | undefined {
    const own = this.errors.filter((fault) => fault.path === path || fault.path.startsWith(`${path}/`));
    return own.length > 0 ? own.map((fault) => fault.message).join("; ") : undefined;
  }
}

/** Nobody answered: the line is cut, or the server is not there. */
export class Unreached extends Error {}
