import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { InProcessRunner } from './runner.ts';
import { Survivors } from './survivors.ts';

/** What Stryker loads: a test runner and a reporter. */
export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner),
  declareClassPlugin(PluginKind.Reporter, 'survivors', Survivors),
];
