/** The shape that `@tus/server` turns into an answer; the body is `{code, data}` like everywhere else. */
export interface TusError {
  status_code: number;
  body: string;
}

export const tusError = (status: number, code: string, data: Record<string, unknown> = {}): TusError => ({
  status_code: status,
  body: JSON.stringify({ code, data }),
});
