import path from 'node:path';
import { type LocalAws, startLocalAws } from '../../local/aws/server.ts';
import { type FuseProgram, withMount } from '../lib/fuse-mount.ts';
import type { Site, Suite } from '../lib/suite.ts';
import { type Fault, nodeWithFault } from './file-systems/faults.ts';
import { createsWholeFile, failsAfterCreation, isRefused, type Place } from './file-systems/jobs.ts';

/** Without the second one, only root can use bindfs. */
const bindfsOptions = ['-f', '--no-allow-other'];

/** A file system without modes, where every file has the same one. */
function withoutModes(mode: string): FuseProgram {
  return {
    ...bindfs,
    name: `bindfs -p ${mode}`,
    args: ([first], mount) => [...bindfsOptions, '-p', `${mode}:u+D`, first, mount],
  };
}

const bindfs: FuseProgram = {
  name: 'bindfs',
  part: 'bindfs',
  args: ([first], mount) => [...bindfsOptions, first, mount],
};

const mergerfs: FuseProgram = {
  name: 'mergerfs',
  part: 'mergerfs',
  args: (sources, mount) => ['-f', sources.join(':'), mount],
};

const unionfs: FuseProgram = {
  name: 'unionfs-fuse',
  part: 'unionfs',
  args: ([first, second], mount) => ['-f', '-o', 'cow', `${first}=RW:${second}=RO`, mount],
};

/** Errors of link(2) where there are no hard links, and of file systems that are in trouble. */
const linkErrors = ['EPERM', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK', 'EXDEV', 'ESTALE', 'EIO'];

/** Errors of statx(2) with Linux before 4.11, with old seccomp profiles of Docker, and on some exported file systems. */
const statxErrors = ['ENOSYS', 'EPERM', 'EOPNOTSUPP'];

/** Calls on the file at its path, after which the private key may not be whole. */
const lateErrors: readonly (Fault & { readonly reason: string })[] = [
  { call: 'write', effect: 'error=ENOSPC', reason: 'the disk is full (ENOSPC)' },
  { call: 'write', effect: 'error=EDQUOT', reason: 'the disk quota is exceeded (EDQUOT)' },
  { call: 'write', effect: 'error=EIO', reason: 'the disk or network drive reported an error (EIO)' },
  { call: 'close', effect: 'error=EIO', reason: 'the disk or network drive reported an error (EIO)' },
  { call: 'close', effect: 'error=EDQUOT', reason: 'the disk quota is exceeded (EDQUOT)' },
];

export const fileSystems: Suite = {
  name: 'file-systems',
  about: 'on other file systems, the private key file is whole and private, or the step is refused',
  needs: ['fuse-device', 'fusermount3', 'bindfs', 'mergerfs', 'unionfs', 'strace', 'ssh-keygen'],
  async run(site) {
    const aws = await startLocalAws();
    try {
      await checkMounts(site, aws);
      await checkErrorsOfCalls(site, aws);
      await checkErrorsOfTheFile(site, aws);
    } finally {
      await aws.close();
    }
  },
};

async function checkMounts(site: Site, aws: LocalAws): Promise<void> {
  for (const mode of ['0644', '0755', '0777']) {
    const program = withoutModes(mode);
    await site.check(`${program.name}: the step is refused before EC2 is asked`, () =>
      onMount(site, aws, program, (place) =>
        isRefused(place, new RegExp(`^New files in \\S+ have mode ${mode}, whatever this step sets`)),
      ),
    );
  }
  for (const program of [withoutModes('0600'), bindfs, mergerfs, unionfs]) {
    await site.check(`${program.name}: the file is whole and private, and post deletes it`, () =>
      onMount(site, aws, program, createsWholeFile),
    );
  }
}

async function checkErrorsOfCalls(site: Site, aws: LocalAws): Promise<void> {
  for (const error of linkErrors) {
    await site.check(`link fails with ${error}: the file is whole and private, and post deletes it`, () =>
      onDisk(site, aws, { call: 'link,linkat', effect: `error=${error}` }, createsWholeFile),
    );
  }
  for (const error of statxErrors) {
    await site.check(`statx fails with ${error}: the file is whole and private, and post deletes it`, () =>
      onDisk(site, aws, { call: 'statx', effect: `error=${error}`, alsoInPost: true }, createsWholeFile),
    );
  }
  for (const effect of ['error=EPERM', 'retval=0']) {
    await site.check(`fchmod does nothing (${effect}): the file is private all the same`, () =>
      onDisk(site, aws, { call: 'fchmod', effect }, createsWholeFile),
    );
  }
}

/** On mergerfs, the file is created at its path, which is known beforehand. */
async function checkErrorsOfTheFile(site: Site, aws: LocalAws): Promise<void> {
  for (const { reason, ...fault } of lateErrors) {
    await site.check(`${fault.call} fails (${fault.effect}): the key pair and the file are deleted`, () =>
      onMount(site, aws, { ...mergerfs, name: `${fault.call} ${fault.effect}` }, async (place) =>
        failsAfterCreation(
          { ...place, node: await nodeWithFault(site, { ...fault, on: place.file }) },
          reason,
        ),
      ),
    );
  }
  await site.check('fstat fails: the step is refused before EC2 is asked', () =>
    onMount(site, aws, { ...mergerfs, name: 'fstat' }, async (place) => {
      const fault: Fault = { call: 'fstat,statx', effect: 'error=EIO:when=2', on: place.file };
      await isRefused({ ...place, node: await nodeWithFault(site, fault) }, /^Cannot create .* \(EIO\)\.$/m);
    }),
  );
}

async function onMount(
  site: Site,
  aws: LocalAws,
  program: FuseProgram,
  check: (place: Place) => Promise<void>,
): Promise<void> {
  await withMount(site, program, async ({ folder, sources }) =>
    check({ site, aws, folder, file: path.join(folder, 'deploy.pem'), alsoEmpty: sources }),
  );
}

async function onDisk(
  site: Site,
  aws: LocalAws,
  fault: Fault,
  check: (place: Place) => Promise<void>,
): Promise<void> {
  const folder = path.join(site.folder, `${fault.call} ${fault.effect}`);
  const node = await nodeWithFault(site, fault);
  await check({ site, aws, folder, file: path.join(folder, 'keys/deploy.pem'), alsoEmpty: [], node });
}
