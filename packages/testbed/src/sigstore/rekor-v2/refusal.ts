import { HttpRefusal } from '../../http/index.js';

/** Codes of gRPC, and what its gateway makes of them. */
const HTTP_STATUS = { 3: 400, 5: 404, 6: 409, 14: 503 } as const;

/** A refusal in the form of a gRPC gateway. */
export const refusal = (
  code: keyof typeof HTTP_STATUS,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): HttpRefusal => new HttpRefusal(HTTP_STATUS[code], { code, message, details: [] }, headers);

export const badRequest = (message: string): HttpRefusal => refusal(3, message);
