import { HttpRefusal } from '../../http/index.js';

/** A refusal in the form of Rekor's API. */
export const refusal = (
  code: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): HttpRefusal => new HttpRefusal(code, { code, message }, headers);

export const badEntry = (why: string): HttpRefusal => refusal(400, `error processing entry: ${why}`);
