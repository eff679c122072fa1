import assert from 'node:assert/strict';
import path from 'node:path';
import { cleanEnvironment } from '../lib/environment.ts';
import { sideBySide } from '../lib/side-by-side.ts';
import type { Site, Suite } from '../lib/suite.ts';
import { configuredCredentials } from './environment/credentials.ts';
import { endpoints } from './environment/endpoints.ts';
import type { EnvironmentCase } from './environment/environment-case.ts';
import { listen } from './environment/listener.ts';
import { type NetworkBed, openNetworkBed } from './environment/network-bed.ts';
import { authorities, exemptions, type NetworkCase, proxies } from './environment/network-cases.ts';
import { otherCredentials } from './environment/other-credentials.ts';
import { regions } from './environment/regions.ts';
import {
  type Answer,
  askedByAction,
  askedByCli,
  createHome,
  forVersion1,
  type Surroundings,
} from './environment/side.ts';

const cases = [...regions, ...configuredCredentials, ...otherCredentials, ...endpoints];
const networkCases = [...proxies, ...exemptions, ...authorities];
const folderOf = (name: string) => path.join(import.meta.dirname, 'environment', name);

/** Compares what the action asks with what the AWS CLI asks, in the same environment. */
export const environment: Suite = {
  name: 'environment',
  about: 'the same account, Region, endpoint, and proxy as the AWS CLI, in every environment',
  needs: ['aws'],
  async run(site) {
    const version = await versionOfCli(site);
    await sideBySide([
      ...cases.map((given) => () => compare(site, given, version)),
      ...networkCases.map((given) => () => compareNetwork(site, given, version)),
    ]);
  },
};

/** Every request of both sides is answered by one server, whatever its protocol and host. */
function compare(site: Site, given: EnvironmentCase, version: 1 | 2): Promise<void> {
  return site.check(given.name, async () => {
    const { variables, region, files = {}, exception } = given;
    const home = await createHome(files, site.folder);
    const surroundings = { home, variables, region, redirect: folderOf('redirect') };
    const forCli = version === 1 ? forVersion1(surroundings) : surroundings;
    await using ofAction = await listen();
    await using ofCli = await listen();
    const asked = await askedByAction(site, surroundings, ofAction);
    requireError(asked, given.says);
    const isException = (exception?.version ?? version) === version;
    requireSame(asked, await askedByCli(site, forCli, ofCli), isException ? exception : undefined);
  });
}

/** The requests of each side are encrypted, and go through a network of its own, whose names and ports are the same. */
function compareNetwork(site: Site, given: NetworkCase, version: 1 | 2): Promise<void> {
  return site.check(given.name, async () => {
    const surroundingsIn = async (bed: NetworkBed): Promise<Surroundings> => ({
      home: await createHome(given.files?.(bed) ?? {}, site.folder),
      variables: given.variables(bed),
      region: undefined,
      redirect: folderOf('network'),
    });
    await using ofAction = await openNetworkBed(site.folder);
    await using ofCli = await openNetworkBed(site.folder);
    const asked = await askedByAction(site, await surroundingsIn(ofAction), ofAction);
    requireError(asked, given.says);
    const surroundings = await surroundingsIn(ofCli);
    const forCli = version === 1 ? forVersion1(surroundings) : surroundings;
    const { exception } = given;
    requireSame(
      asked,
      await askedByCli(site, forCli, ofCli),
      exception && { why: exception.why, asked: exception.asked(ofAction) },
    );
  });
}

function requireError({ error }: Answer, says: RegExp | undefined): void {
  if (says === undefined) assert.equal(error, undefined);
  else assert.match(error ?? 'no error', says);
}

function requireSame(
  ofAction: Answer,
  ofCli: Answer,
  exception: { readonly why: string; readonly asked: readonly string[] } | undefined,
): void {
  if (exception === undefined) {
    assert.deepEqual(ofAction.asked, ofCli.asked, `the AWS CLI: ${ofCli.error ?? 'no error'}`);
  } else {
    assert.deepEqual(ofAction.asked, exception.asked);
    assert.notDeepEqual(ofCli.asked, exception.asked, `This is no exception any more: ${exception.why}`);
  }
}

async function versionOfCli(site: Site): Promise<1 | 2> {
  const env = cleanEnvironment(site.folder);
  const said = await site.programs.output(site.part('aws'), ['--version'], { env });
  return said.startsWith('aws-cli/1.') ? 1 : 2;
}
