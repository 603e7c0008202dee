import { HttpRefusal } from '../../http/index.js';

/** Refusals in the form of Fulcio's gateway: a gRPC status code and a message. */
export const badRequest = (message: string): HttpRefusal => refusal(400, 3, message);
export const unauthenticated = (message: string): HttpRefusal => refusal(401, 16, message);
export const notFound = (): HttpRefusal => refusal(404, 5, 'Not Found');

const refusal = (status: number, code: number, message: string): HttpRefusal =>
  new HttpRefusal(status, { code, message, details: [] });
