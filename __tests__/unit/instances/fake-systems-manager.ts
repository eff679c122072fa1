import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  CancelCommandCommand,
  type CommandInvocation,
  DescribeInstanceInformationCommand,
  ListCommandInvocationsCommand,
  SendCommandCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { Retry } from '../../../src/aws/retry.ts';
import { type Fleet, openFleet } from '../../../src/instances/fleet.ts';
import { awsError } from '../../lib/aws-errors.ts';

interface FakeInstance {
  readonly id: string;
  readonly state?: string;
  readonly platform?: string;
  readonly keyName?: string;
  /** As Systems Manager shows it; undefined if it is not managed. */
  readonly managed?: { readonly PingStatus: string; readonly PlatformType: string } | undefined;
}

export const online = { PingStatus: 'Online', PlatformType: 'Linux' };

export const succeeded: Partial<CommandInvocation> = {
  ...{ Status: 'Success', StatusDetails: 'Success' },
  CommandPlugins: [{ Output: 'ec2-key-pair: found=1 changed=1 failed=0\n' }],
};

const settings = {
  region: 'eu-west-1',
  credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' },
};

/** EC2's and Systems Manager's responses to the requests of a fleet, behind the SDK's own clients. */
export class FakeSystemsManager {
  readonly instances: FakeInstance[] = [];
  /** Every request, in order: `SendCommand i-1 i-2`. */
  readonly requests: string[] = [];
  readonly sent: { InstanceIds: string[]; Comment: string; Parameters: { commands: string[] } }[] = [];
  /** What each instance answers with, one for each time that it is looked at; the last one stays. */
  readonly answers = new Map<string, Partial<CommandInvocation>[]>();
  /** Instances that Systems Manager does not know, although EC2 does. */
  invalid: readonly string[] = [];
  /** One for each SendCommand, in order: thrown once the command was accepted. */
  readonly lost: (Error | undefined)[] = [];
  /** So many reads do not know the command that they ask for. */
  unknownReads = 0;
  /** Pages of so many. */
  pageSize = 50;
  readonly #ec2 = new EC2Client(settings);
  readonly #ssm = new SSMClient(settings);
  readonly #commands: { id: string; ids: string[]; comment: string }[] = [];
  readonly #canceled = new Set<string>();

  constructor() {
    mockClient(this.#ec2)
      .on(DescribeInstancesCommand)
      .callsFake(({ Filters, NextToken }) => {
        this.requests.push(`DescribeInstances ${JSON.stringify(Filters)}`);
        const { items, next } = this.#page(this.instances, NextToken);
        const Instances = items.map(({ id, state = 'running', platform, keyName = 'deploy' }) => ({
          ...{ InstanceId: id, KeyName: keyName, State: { Name: state }, Platform: platform },
        }));
        return { Reservations: [{ Instances }], NextToken: next };
      });
    const ssm = mockClient(this.#ssm);
    ssm.on(DescribeInstanceInformationCommand).callsFake(({ Filters, NextToken }) => {
      const wanted: string[] = Filters[0].Values;
      this.requests.push(`DescribeInstanceInformation ${wanted.length}`);
      if (wanted.some((id) => this.invalid.includes(id)))
        throw awsError('InvalidInstanceId', { status: 400 });
      const all = this.instances.filter(({ id, managed }) => managed !== undefined && wanted.includes(id));
      const { items, next } = this.#page(all, NextToken);
      return {
        InstanceInformationList: items.map(({ id, managed }) => ({ InstanceId: id, ...managed })),
        NextToken: next,
      };
    });
    ssm.on(SendCommandCommand).callsFake((input) => {
      this.requests.push(`SendCommand ${input.InstanceIds.join(' ')}`);
      if (input.InstanceIds.some((id: string) => this.invalid.includes(id)))
        throw awsError('InvalidInstanceId', { status: 400 });
      this.sent.push(input);
      const id = `command-${this.#commands.length + 1}`;
      this.#commands.push({ id, ids: input.InstanceIds, comment: input.Comment });
      const error = this.lost.shift();
      if (error !== undefined) throw error;
      return { Command: { CommandId: id } };
    });
    ssm.on(ListCommandInvocationsCommand).callsFake(({ CommandId, Filters, NextToken }) => {
      this.requests.push(`ListCommandInvocations ${CommandId ?? JSON.stringify(Filters)}`);
      if (CommandId !== undefined && this.unknownReads > 0) {
        this.unknownReads -= 1;
        throw awsError('InvalidCommandId', { status: 400 });
      }
      const all = this.#commands
        .filter(({ id }) => CommandId === undefined || id === CommandId)
        .flatMap(({ id, ids, comment }) =>
          ids.map((InstanceId) => ({
            CommandId: id,
            InstanceId,
            Comment: comment,
            ...this.#answer(id, InstanceId),
          })),
        );
      const { items, next } = this.#page(all, NextToken);
      return { CommandInvocations: items, NextToken: next };
    });
    ssm.on(CancelCommandCommand).callsFake(({ CommandId }) => {
      this.requests.push(`CancelCommand ${CommandId}`);
      this.#canceled.add(CommandId);
      return {};
    });
  }

  /** @param total - Milliseconds until it gives up. */
  openFleet(total = 60_000): Fleet {
    const policy = { total, base: 0, cap: 0, insistFor: 1e6, lookFor: 10, searchFor: 0 };
    const retry = new Retry({ ...policy, signal: new AbortController().signal, onRetry: async () => {} });
    return openFleet({
      ...{ region: 'eu-west-1', retry },
      client: (Client) => {
        for (const client of [this.#ec2, this.#ssm]) if (client instanceof Client) return client;
        throw new Error(`There is no ${Client.name} here.`);
      },
    });
  }

  /** Adds running instances that are managed. */
  launch(...ids: readonly string[]): void {
    this.instances.push(...ids.map((id) => ({ id, managed: online })));
  }

  /** A command of another program, or of an earlier step. */
  add(id: string, ids: string[], comment: string): void {
    this.#commands.push({ id, ids, comment });
  }

  #answer(commandId: string, instanceId: string): Partial<CommandInvocation> {
    if (this.#canceled.has(commandId)) return { Status: 'Cancelled', StatusDetails: 'Cancelled' };
    const left = this.answers.get(instanceId) ?? [succeeded];
    return (left.length > 1 ? left.shift() : left[0]) ?? succeeded;
  }

  #page<Item>(all: readonly Item[], token: string | undefined): { items: Item[]; next: string | undefined } {
    const start = Number(token ?? 0);
    const end = start + this.pageSize;
    return { items: all.slice(start, end), next: end < all.length ? String(end) : undefined };
  }
}
