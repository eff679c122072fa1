export function findNode24(): string;
export function packagesAreStale(folder: string): boolean;
