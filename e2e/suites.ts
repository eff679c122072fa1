import type { Suite } from './lib/suite.ts';
import { act } from './suites/act.ts';
import { awsCli } from './suites/aws-cli.ts';
import { containerJob } from './suites/container-job.ts';
import { encoders } from './suites/encoders.ts';
import { environment } from './suites/environment.ts';
import { fileSystems } from './suites/file-systems.ts';
import { formats } from './suites/formats.ts';
import { fuzz } from './suites/fuzz.ts';
import { handedOnFiles } from './suites/handed-on-files.ts';
import { interoperation } from './suites/interoperation.ts';
import { moto } from './suites/moto.ts';
import { rotation } from './suites/rotation.ts';
import { runningInstances } from './suites/running-instances.ts';
import { sshAgent } from './suites/ssh-agent.ts';
import { sshLogin } from './suites/ssh-login.ts';
import { torture } from './suites/torture.ts';

/** All suites, in the order they start. The longest is first: the others run next to it. */
export const suites: readonly Suite[] = [
  torture,
  act,
  sshLogin,
  sshAgent,
  containerJob,
  rotation,
  runningInstances,
  interoperation,
  formats,
  fuzz,
  handedOnFiles,
  encoders,
  fileSystems,
  awsCli,
  environment,
  moto,
];
