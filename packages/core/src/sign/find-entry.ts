import type { Context } from '../context.js';
import { MAX_LOG_ANSWER_BYTES } from '../limits.js';
import { ask, jsonObject, refusal, under } from './answers.js';
import { readLogEntry } from './rekor-entry.js';
import type { LogEntry } from './types.js';

/**
 * The entry at an index of a Rekor v1 log, with its promise and its inclusion proof. What it says is for verification to
 * judge. Throws LOG_REFUSED, LOG_UNAVAILABLE.
 */
export const findLogEntry = (context: Context, rekorUrl: string, logIndex: number): Promise<LogEntry> =>
  ask(
    context,
    {
      service: 'rekor',
      method: 'GET',
      url: `${under(rekorUrl, '/api/v1/log/entries')}?logIndex=${logIndex}`,
      headers: { accept: 'application/json' },
      maxResponseBytes: MAX_LOG_ANSWER_BYTES,
    },
    (response) => {
      if (response.status !== 200) {
        throw refusal(
          'LOG_REFUSED',
          'rekor',
          response,
          'Check that the trusted root names the log that the claim was written to.',
        );
      }
      return readLogEntry(jsonObject(response.body));
    },
  );
