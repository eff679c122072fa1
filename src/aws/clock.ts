import { AwsError } from './errors.ts';

/** The service's own time when it answered with an error. */
export function answeredAt(error: unknown): Date | undefined {
  if (error instanceof AwsError) return answeredAt(error.cause);
  if (!(error instanceof Error && '$response' in error)) return undefined;
  const { headers } = error.$response as { readonly headers?: Readonly<Record<string, string>> };
  const time = new Date(headers?.['date'] ?? '');
  return Number.isNaN(time.getTime()) ? undefined : time;
}

/** Milliseconds. AWS refuses a signature that is off by five minutes, and the SDK corrects one that is off by four. */
const tolerance = 4 * 60_000;

/** Says by how much this machine's clock differs from that of a service; undefined if it is right, or if that is unknown. */
export function clockError(error: unknown, service: string): string | undefined {
  const time = answeredAt(error);
  const ahead = time === undefined ? 0 : Date.now() - time.getTime();
  if (Math.abs(ahead) < tolerance) return undefined;
  return `The clock of this runner is ${duration(Math.abs(ahead))} ${ahead > 0 ? 'ahead of' : 'behind'} ${service}'s.`;
}

/** In the two largest units, such as `3 h 5 min`. */
function duration(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  const units: [string, number][] = [
    ['d', Math.floor(minutes / 1440)],
    ['h', Math.floor(minutes / 60) % 24],
    ['min', minutes % 60],
  ];
  const first = units.findIndex(([, count]) => count > 0);
  return units
    .slice(first, first + 2)
    .filter(([, count]) => count > 0)
    .map(([unit, count]) => `${count} ${unit}`)
    .join(' ');
}
