import {
  CancelCommandCommand,
  type CommandInvocation,
  DescribeInstanceInformationCommand,
  ListCommandInvocationsCommand,
  type ListCommandInvocationsCommandInput,
  SendCommandCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { failureOf, isNamed } from '../aws/errors.ts';
import { explain } from '../aws/explain.ts';
import { required } from '../aws/responses.ts';
import type { AwsSession } from '../aws/session.ts';
import type { ManagedInstance } from './reach.ts';

/** The document that runs a shell program on Linux. */
const documentName = 'AWS-RunShellScript';

/** Seconds in which an instance must take a command, and in which its program must end. */
const deliveryTimeout = 60;
const executionTimeout = 120;

/** The most of one page, for each request that has pages. */
const pageSize = 50;

interface Options {
  readonly abortSignal: AbortSignal;
}

/** The requests to Systems Manager, each sent until it is answered. All methods throw AwsError, written for users. */
export class Commands {
  readonly #client: SSMClient;
  readonly #session: Pick<AwsSession, 'retry' | 'region'>;

  constructor(session: Pick<AwsSession, 'client' | 'retry' | 'region'>) {
    this.#client = session.client(SSMClient);
    this.#session = session;
  }

  /** @param instanceIds - At most 50. Those that are not managed are missing from the result. */
  async managed(instanceIds: readonly string[]): Promise<Map<string, ManagedInstance>> {
    try {
      return await this.#managed(instanceIds);
    } catch (error) {
      // It refuses all of them if one no longer exists.
      if (!isNamed(error, 'InvalidInstanceId')) throw error;
      if (instanceIds.length === 1) return new Map();
      const half = Math.ceil(instanceIds.length / 2);
      const [first, second] = [instanceIds.slice(0, half), instanceIds.slice(half)];
      return new Map([...(await this.managed(first)), ...(await this.managed(second))]);
    }
  }

  #managed(instanceIds: readonly string[]): Promise<Map<string, ManagedInstance>> {
    const doing = 'look up managed instances';
    return this.#explained('ssm:DescribeInstanceInformation', doing, async () => {
      const found = new Map<string, ManagedInstance>();
      const Filters = [{ Key: 'InstanceIds', Values: [...instanceIds] }];
      let NextToken: string | undefined;
      do {
        const command = new DescribeInstanceInformationCommand({ Filters, MaxResults: pageSize, NextToken });
        const page = await this.#send((options) => this.#client.send(command, options));
        for (const { InstanceId = '', PingStatus = '', PlatformType = '' } of required(
          page.InstanceInformationList,
        )) {
          found.set(InstanceId, { pingStatus: PingStatus, platform: PlatformType });
        }
        ({ NextToken } = page);
      } while (NextToken !== undefined && NextToken !== '');
      return found;
    });
  }

  /**
   * Starts a program. The request has no token: if a response is lost, it is sent again, and the program runs twice.
   *
   * @param program - Lines of a shell program that may run twice.
   * @param instanceIds - At most 50.
   * @param onResponseLost - Called when no response came: from then on the program may run.
   * @returns The ID of the command.
   */
  start(
    program: readonly string[],
    instanceIds: readonly string[],
    { comment, onResponseLost }: { readonly comment: string; onResponseLost(): void },
  ): Promise<string> {
    const action = `ssm:SendCommand on document/${documentName} and on the instances`;
    return this.#explained(action, `run a command on ${counted(instanceIds)}`, () => {
      const command = new SendCommandCommand({
        DocumentName: documentName,
        InstanceIds: [...instanceIds],
        Comment: comment,
        TimeoutSeconds: deliveryTimeout,
        // By default, Systems Manager stops sending a command after the first instance on which it fails.
        MaxErrors: '100%',
        Parameters: { commands: [...program], executionTimeout: [String(executionTimeout)] },
      });
      return this.#send(async (options) => {
        try {
          return required((await this.#client.send(command, options)).Command?.CommandId);
        } catch (error) {
          if (failureOf(error) === 'uncertain') onResponseLost();
          throw error;
        }
      });
    });
  }

  /** What a command has done on each instance so far, with what its program printed. A new one may not be shown yet. */
  async invocationsOf(commandId: string): Promise<CommandInvocation[]> {
    try {
      return await this.#list({ CommandId: commandId, Details: true });
    } catch (error) {
      if (isNamed(error, 'InvalidCommandId')) return [];
      throw error;
    }
  }

  /** Checks the permission to see what commands have done. */
  async requireReadable(): Promise<void> {
    await this.#explained('ssm:ListCommandInvocations', looking, () =>
      this.#send((options) =>
        this.#client.send(new ListCommandInvocationsCommand({ MaxResults: 1 }), options),
      ),
    );
  }

  /** Every command with this comment, on each instance. @param since - No command is older; undefined if that is not known. */
  async invocationsWith(comment: string, since: Date | undefined): Promise<CommandInvocation[]> {
    const invokedAfter = since?.toISOString().replace(/\.\d+/, '');
    const all = await this.#list({
      Filters: [
        { key: 'DocumentName', value: documentName },
        ...(invokedAfter === undefined ? [] : [{ key: 'InvokedAfter' as const, value: invokedAfter }]),
      ],
    });
    return all.filter(({ Comment }) => Comment === comment);
  }

  async cancel(commandId: string): Promise<void> {
    await this.#explained('ssm:CancelCommand', `cancel command ${commandId}`, () =>
      this.#send((options) => this.#client.send(new CancelCommandCommand({ CommandId: commandId }), options)),
    );
  }

  #list(input: ListCommandInvocationsCommandInput): Promise<CommandInvocation[]> {
    return this.#explained('ssm:ListCommandInvocations', looking, async () => {
      const found: CommandInvocation[] = [];
      let NextToken: string | undefined;
      do {
        const command = new ListCommandInvocationsCommand({ ...input, MaxResults: pageSize, NextToken });
        const page = await this.#send((options) => this.#client.send(command, options));
        found.push(...required(page.CommandInvocations));
        ({ NextToken } = page);
      } while (NextToken !== undefined && NextToken !== '');
      return found;
    });
  }

  #send<Response>(call: (options: Options) => Promise<Response>): Promise<Response> {
    return this.#session.retry.idempotent((abortSignal) => call({ abortSignal }), title);
  }

  async #explained<Result>(action: string, doing: string, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw explain(error, { service: title, action, doing, region: this.#session.region });
    }
  }
}

const title = 'Systems Manager';

/** Continues "Could not …". */
const looking = 'look up what commands have done';

function counted(instanceIds: readonly string[]): string {
  const [first = ''] = instanceIds;
  return instanceIds.length === 1 ? `instance ${first}` : `${instanceIds.length} instances`;
}
