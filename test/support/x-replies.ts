export interface XRequest {
  readonly path: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly authorization: string | undefined;
}

export interface XReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A refusal in the form that was recorded. */
export function invalid(message: string, parameters: Readonly<Record<string, string[]>>): XReply {
  return {
    status: 400,
    body: {
      errors: [{ message, parameters }],
      title: "Invalid Request",
      detail: "One or more parameters to your request was invalid.",
      type: "https://api.twitter.com/2/problems/invalid-request",
    },
  };
}

export const unauthorized: XReply = {
  status: 401,
  body: { title: "Unauthorized", type: "about:blank", status: 401, detail: "Unauthorized" },
};

/** Too many requests, until a time in seconds since 1970; there is no `Retry-After`. */
export function rateLimited(resetSeconds: number): XReply {
  const words = { title: "Rate Limit Exceeded", type: "https://api.twitter.com/2/problems/x" };
  return {
    status: 429,
    headers: { "x-rate-limit-remaining": "0", "x-rate-limit-reset": String(resetSeconds) },
    body: { ...words, detail: "Rate limit exceeded", errors: [{ ...words, code: 88 }] },
  };
}
