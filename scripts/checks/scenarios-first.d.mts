/** The parts of jest's `Test` that decide the order. */
interface Test {
  readonly path: string;
  readonly context: {
    readonly config: { readonly cache: boolean };
    readonly hasteFS: { getSize(path: string): number | undefined };
  };
}

export default class ScenariosFirst {
  sort(tests: readonly Test[]): Test[];
}
