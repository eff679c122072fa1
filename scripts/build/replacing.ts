import type { Plugin } from 'rolldown';

/** Loads other code in place of the modules whose paths match. Fails the build if there are none (any more). */
export function replacing(name: string, id: RegExp, code: string): Plugin {
  let replaced = 0;
  return {
    name,
    load: {
      filter: { id },
      handler() {
        replaced += 1;
        return { code, moduleSideEffects: false };
      },
    },
    buildEnd() {
      if (replaced === 0) this.error(`${name}: no module has such a path.`);
    },
  };
}

/** A text that occurs once in the code, and what replaces it. */
type Replacement = readonly [text: string, replacement: string];

/**
 * Replaces texts in the code of the modules whose paths match. Fails the build if there are no such modules (any more), or
 * if a text does not occur exactly once.
 */
export function rewriting(name: string, id: RegExp, replacements: readonly Replacement[]): Plugin {
  return changing(name, id, (code) => rewritten(code, replacements));
}

/** Removes methods from the class in the module whose path matches. Fails the build if there is none (any more). */
export function withoutMethods(name: string, id: RegExp, methods: readonly string[]): Plugin {
  return changing(name, id, (code) => methods.reduce(withoutMethod, code));
}

export function rewritten(code: string, replacements: readonly Replacement[]): string {
  return replacements.reduce((changed, [text, replacement]) => {
    const parts = changed.split(text);
    if (parts.length !== 2) throw new Error(`Not exactly one ${JSON.stringify(text)}.`);
    return parts.join(replacement);
  }, code);
}

/** @param code - As TypeScript prints it: the class is at the start of a line, and its methods have 4 spaces before them. */
export function withoutMethod(code: string, method: string): string {
  const whole = new RegExp(`^ {4}(?:async )?${method}\\(.*\\{\\n(?: {8}.*\\n)*? {4}\\}\\n`, 'm');
  const parts = code.split(whole);
  if (parts.length !== 2) throw new Error(`Not exactly one method ${method}.`);
  return parts.join('');
}

function changing(name: string, id: RegExp, change: (code: string) => string): Plugin {
  let changed = 0;
  return {
    name,
    transform: {
      filter: { id },
      handler(code) {
        changed += 1;
        return { code: change(code), map: null };
      },
    },
    buildEnd() {
      if (changed === 0) this.error(`${name}: no module has such a path.`);
    },
  };
}
