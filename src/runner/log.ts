import * as core from '@actions/core';
import { sanitizeForLog } from './sanitize.ts';

/** The step's log: the only way anything here is printed. Every text goes through `sanitizeForLog` first. */
export const log = {
  info: (text: string): void => core.info(sanitizeForLog(text)),
  debug: (text: string): void => core.debug(sanitizeForLog(text)),
  notice: (text: string): void => core.notice(sanitizeForLog(text)),
  warning: (text: string): void => core.warning(sanitizeForLog(text)),
  error: (text: string): void => core.error(sanitizeForLog(text)),
};
