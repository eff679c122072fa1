import * as core from '@actions/core';
import { harmless } from './text.ts';

/** The step's log: the only way anything here is printed. Every text goes through `harmless` first. */
export const log = {
  info: (text: string): void => core.info(harmless(text)),
  debug: (text: string): void => core.debug(harmless(text)),
  notice: (text: string): void => core.notice(harmless(text)),
  warning: (text: string): void => core.warning(harmless(text)),
  error: (text: string): void => core.error(harmless(text)),
};
